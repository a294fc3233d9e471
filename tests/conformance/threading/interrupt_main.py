"""_thread.interrupt_main() raises KeyboardInterrupt in the main thread."""
import _thread
import threading
import time


def interrupt():
    time.sleep(0.02)
    _thread.interrupt_main()


try:
    threading.Thread(target=interrupt).start()
    while True:
        pass
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args)
try:
    _thread.interrupt_main()
    print("never")
except KeyboardInterrupt:
    print("at once")
for bad in (0, -1, 65, 1000000, "x"):
    try:
        _thread.interrupt_main(bad)
    except (ValueError, TypeError) as error:
        print(error)
