classes = [BaseException, Exception, ArithmeticError, ZeroDivisionError, LookupError, IndexError, KeyError,
           OSError, FileNotFoundError, TimeoutError, RuntimeError, NotImplementedError, RecursionError,
           SyntaxError, IndentationError, TabError, UnicodeError, UnicodeDecodeError, Warning, UserWarning,
           KeyboardInterrupt, SystemExit, GeneratorExit, StopIteration, StopAsyncIteration, MemoryError,
           NameError, UnboundLocalError, ModuleNotFoundError, AssertionError, EOFError, BufferError]
for cls in classes:
    print(cls.__name__, [base.__name__ for base in cls.__mro__])
