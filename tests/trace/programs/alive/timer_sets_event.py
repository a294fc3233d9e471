import threading
go = threading.Event()
threading.Timer(0.4, go.set).start()
go.wait()
