import threading

errors = []


def work(n):
    try:
        if n % 2:
            raise ValueError(n)
        raise TypeError(n)
    except Exception as error:
        errors.append(error)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
try:
    raise ExceptionGroup("workers failed", sorted(errors, key=str))
except* ValueError as group:
    print("values", [str(error) for error in group.exceptions])
except* TypeError as group:
    print("types", [str(error) for error in group.exceptions])
