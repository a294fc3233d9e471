import io
import logging
import sys

sys.stderr = io.StringIO()
logging.basicConfig(stream=sys.stdout)
logging.warning("%d items", "three")
logging.raiseExceptions = False
logging.warning("%d items", "four")
text = sys.stderr.getvalue().splitlines()
sys.stderr = sys.__stderr__
print(text[0])
print([line for line in text if line.startswith(("TypeError", "Call stack", "Message", "Arguments"))])
