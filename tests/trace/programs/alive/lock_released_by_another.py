import threading, time
gate = threading.Lock()
gate.acquire()
def open_later():
    time.sleep(0.4)
    gate.release()
threading.Thread(target=open_later).start()
gate.acquire()
