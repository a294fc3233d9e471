# Which part of the line is marked, and where operators and subscripts are set apart.
import traceback

class Thing:
    pass

thing = Thing()
zero = 0
numbers = [1, 2]
table = {"a": {"b": 1}}
text = "text"

def binary():
    x = 1 + 2 // zero

def subscript():
    return numbers[1] + numbers[2]

def nested_subscript():
    return table["a"]["c"]

def attribute():
    return thing.colour.name

def call_argument():
    print(int("x"), 5)

def whole_line():
    int("x")

def raised():
    raise ValueError("x")

def unary():
    return 1 + -text

def comparison():
    return [1 < text]

def augmented():
    number = 1
    number += text

def condition():
    if numbers[5] == 1:
        pass

def loop():
    for i in zero:
        pass

def unpacking():
    a, b, c = numbers

def method_call():
    return text.upper().lowr()

def in_string():
    return f"value {1 // zero}"

def keyword_call():
    return sorted(numbers, key=5)

def name():
    return 1 + unknown_name

def store_item():
    numbers[7] = 1

def delete_item():
    del table["z"]

def assertion():
    assert zero == 1, "not one"

def two_operands():
    return (zero + 1) / (zero * 2)

def right_operand():
    return 5 + (1 // zero)

for f in (binary, subscript, nested_subscript, attribute, call_argument, whole_line, raised, unary, comparison,
          augmented, condition, loop, unpacking, method_call, keyword_call, name, store_item,
          delete_item, assertion, right_operand):
    try:
        f()
    except Exception:
        print(traceback.format_exc())
