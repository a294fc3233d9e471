"""A variable of a function that two others share."""
import threading


def main():
    x = 0

    def add():
        nonlocal x
        x += 1  # race

    both = [threading.Thread(target=add) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()


main()

