import time
for arguments in ((), (1, 2)):
    try:
        time.sleep(*arguments)
    except TypeError as error:
        print(error)
try:
    time.sleep(secs=1)
except TypeError as error:
    print(error)
