def fizzbuzz(n):
    match n % 3, n % 5:
        case 0, 0:
            return "FizzBuzz"
        case 0, _:
            return "Fizz"
        case _, 0:
            return "Buzz"
        case _:
            return str(n)


print(" ".join(fizzbuzz(n) for n in range(1, 16)))
items = [1, 2]
match *items, 3:
    case 1, 2, x:
        print("starred", x)
