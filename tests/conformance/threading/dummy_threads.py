"""A thread that threading did not start gets a Thread when it asks for one."""
import _thread
import re
import threading

done = _thread.allocate_lock()
done.acquire()


def ask():
    thread = threading.current_thread()
    print(type(thread).__name__, thread is threading.current_thread(), thread.daemon, thread.is_alive())
    print(re.sub(r"\d+", "N", repr(thread)), thread.ident == threading.get_ident(), thread in threading.enumerate())
    try:
        thread.join()
    except AssertionError as error:
        print(error)
    print(threading.Thread().daemon)
    done.release()


_thread.start_new_thread(ask, ())
done.acquire()
