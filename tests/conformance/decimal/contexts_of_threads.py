import threading
from decimal import Decimal, getcontext

getcontext().prec = 5

def work():
    print(getcontext().prec, Decimal(1) / 3)
    getcontext().prec = 10
    print(Decimal(1) / 3)

thread = threading.Thread(target=work)
thread.start()
thread.join()
print(getcontext().prec, Decimal(1) / 3)
