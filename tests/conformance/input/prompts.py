# stdin: "ann\n42\n  spaces \n\nlast"
# What is typed comes line by line; prompts are written before.
name = input("name? ")
age = int(input(f"age of {name}? "))
print(name, age)
print(repr(input()), repr(input("")), repr(input(prompt := 17)), prompt)
for _ in range(2):
    try:
        input("more? ")
    except EOFError as error:
        print("EOFError:", error, error.args)
try:
    input("one", "two")
except TypeError as error:
    print(error)
try:
    input(prompt="named")
except TypeError as error:
    print(error)
