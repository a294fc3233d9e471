import threading, time
go = threading.Event()
threading.Thread(target=lambda: (time.sleep(0.4), go.set())).start()
go.wait()
