"""A flag is polled without a lock: it may be meant so."""
import threading

done = False


def work():
    global done
    done = True


thread = threading.Thread(target=work)
thread.start()
if done:
    print("done already")
thread.join()
