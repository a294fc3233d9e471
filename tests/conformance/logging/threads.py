import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(threadName)s %(message)s")

def work(n):
    logging.info("starting %d", n)
    logging.debug("done")

for n in range(3):
    thread = threading.Thread(target=work, args=(n,), name=f"worker-{n}")
    thread.start()
    thread.join()
record = logging.makeLogRecord({})
print(record.thread == threading.get_ident(), record.threadName, record.processName)
