def walk(tree):
    match tree:
        case None:
            return 0
        case (left, value, right):
            return walk(left) + value + walk(right)


print(walk(((None, 1, None), 2, (None, 3, None))))
out = []
for token in "1 + 2 ; stop 3".split():
    match token:
        case "stop":
            break
        case ";":
            continue
        case "+" | "-" as sign:
            out.append(sign)
        case number:
            out.append(int(number))
else:
    out.append("end")
print(out)


def closure():
    match [1, 2]:
        case [a, b]:
            return lambda: (a, b)


print(closure()())


class Body:
    match 5:
        case five:
            pass


print(Body.five)
