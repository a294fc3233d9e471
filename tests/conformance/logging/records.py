import logging

class Own(logging.LogRecord):
    def getMessage(self):
        return "<" + super().getMessage() + ">"

record = logging.LogRecord("name", 30, "some/path/file.py", 12, "message %s", ("x",), None, "function")
print(record.getMessage(), record.filename, record.module, record.levelname, record.lineno, record.funcName)
print(str(record), record.args, record.exc_info, record.stack_info)
print(logging.LogRecord("n", 5, "p", 1, "%(a)s %(b)s", ({"a": 1, "b": 2},), None).getMessage())
print(logging.LogRecord("n", 5, "p", 1, "%s %s", (1,), None).args)
logging.setLogRecordFactory(Own)
print(logging.makeLogRecord({"msg": "hello"}).getMessage())
print(logging.getLogRecordFactory() is Own)

class MyLogger(logging.Logger):
    pass

logging.setLoggerClass(MyLogger)
print(type(logging.getLogger("mine")).__name__, logging.getLoggerClass() is MyLogger)
try:
    logging.setLoggerClass(int)
except TypeError as error:
    print(error)
