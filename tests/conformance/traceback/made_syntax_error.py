import traceback
for arguments in (("text",), ("bad", ("file.py", 3, 5, "    some text\n")), ("bad", ("file.py", 3, 5, "    some text\n", 3, 8)),
                  ("bad", ("file.py", None, None, None)), ()):
    print("".join(traceback.format_exception_only(SyntaxError(*arguments))))
