import threading

def report():
    print("running in", threading.current_thread().name)

unnamed = threading.Thread(target=report)
named = threading.Thread(target=report, name="reporter")
for thread in [unnamed, named]:
    thread.start()
    thread.join()

named.name = "retired reporter"
print("renamed:", named.name)
print("no target:", threading.Thread().name)
report()
