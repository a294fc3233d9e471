import threading, time
meeting = threading.Barrier(3)
def late(): time.sleep(0.4); meeting.wait()
threading.Thread(target=late).start()
threading.Thread(target=meeting.wait).start()
meeting.wait()
