import threading
a, b, both = threading.Lock(), threading.Lock(), threading.Barrier(2)
def patient():
    with a:
        both.wait()
        with b: pass
def other():
    with b:
        both.wait()
        a.acquire(timeout=0.4)
threads = [threading.Thread(target=patient), threading.Thread(target=other)]
for t in threads: t.start()
for t in threads: t.join()
