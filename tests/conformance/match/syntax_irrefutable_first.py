match 1:
    case x:
        print("never run")
    case 2:
        pass
