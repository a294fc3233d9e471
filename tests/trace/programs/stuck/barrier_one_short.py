# Standstill: MainThread, A and B can never go on.
# A waits in line 12 at meeting for others, and nobody is left who could come.
# MainThread waits in line 17 for A to end.
# MainThread → A
# A → meeting → nobody
# B → meeting → nobody
import threading
meeting = threading.Barrier(3)


def come():
    meeting.wait()


threads = [threading.Thread(target=come, name=name) for name in "AB"]
for thread in threads: thread.start()
for thread in threads: thread.join()
