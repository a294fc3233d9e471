import threading

guests = []

def invite(name):
    guests.append(name)

threads = [threading.Thread(target=invite, args=(name,))
           for name in ["Ada", "Barbara", "Grace"]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(len(guests), "guests:", ", ".join(sorted(guests)))
