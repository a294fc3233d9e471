# compare: long
# Ten thousand threads, all alive at once: each has its own values, and ends when it is told to.
import threading

COUNT = 10_000
go = threading.Event()
turnstile = threading.Lock()
own = threading.local()
sums = [0] * 100


def work(number):
    own.number = number
    go.wait()
    with turnstile:
        sums[own.number % 100] += own.number


threads = [threading.Thread(target=work, args=(number,)) for number in range(COUNT)]
for thread in threads:
    thread.start()
print(threading.active_count(), len({thread.ident for thread in threads}), all(thread.is_alive() for thread in threads))
print([thread.name for thread in threading.enumerate()][::2500])
go.set()
for thread in threads:
    thread.join()
print(threading.active_count(), sum(sums), sums[:3])

# And more of them, one after the other, waited for by nobody.
for number in range(1000):
    threading.Thread(target=turnstile.acquire, args=(False,)).start()
print("started")
