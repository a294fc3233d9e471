result = "untouched"
match 5:
    case 1:
        result = "one"
    case "5":
        result = "text"
print(result)
match = 3
case = match + 1
print(match, case)
print([match for match in range(case)])
