# compare: any-order
# Every line arrives whole, whoever writes.
import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(name)s:%(message)s")

def work(n):
    logger = logging.getLogger(f"worker.{n % 3}")
    for i in range(20):
        logger.info("thread %d line %d", n, i)

threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
