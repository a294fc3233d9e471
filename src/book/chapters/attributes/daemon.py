from threading import Thread, current_thread, main_thread

def task():
    me = current_thread()
    child = Thread()
    print(f"made in {me.name}, which is daemon={me.daemon}: daemon={child.daemon}")

print("the main thread:", main_thread().daemon)

normal = Thread(target=task, name="normal")
service = Thread(target=task, name="service", daemon=True)
late = Thread(target=task, name="late")
late.daemon = True              # in time: not started yet
for thread in [normal, service, late]:
    thread.start()
    thread.join()
