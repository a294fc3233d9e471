try:
    input("name? ")
except EOFError as error:
    print(error)
try:
    input(1, 2)
except TypeError as error:
    print(error)
