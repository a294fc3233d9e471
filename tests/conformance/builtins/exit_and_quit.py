print(exit)
print(quit)
for end in (lambda: exit(), lambda: quit(2), lambda: exit("text")):
    try:
        end()
    except SystemExit as error:
        print(repr(error.code))
exit(3)
