from threading import Thread

squares = {}

def square(number):
    squares[number] = number * number
    return "nobody receives this"

threads = [Thread(target=square, args=(number,)) for number in range(1, 6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

for number in sorted(squares):
    print(number, "squared is", squares[number])
