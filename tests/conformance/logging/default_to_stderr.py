# Without any configuration warnings go to stderr, as plain text.
import io
import logging
import sys

sys.stderr = io.StringIO()
logging.getLogger("lib").info("no")
logging.getLogger("lib").warning("plain %s", "text")
text = sys.stderr.getvalue()
sys.stderr = io.StringIO()
logging.warning("now configured")
logging.getLogger("lib").error("with a format")
text += sys.stderr.getvalue()
sys.stderr = sys.__stderr__
print(text)
print(logging.getLogger().handlers, len(logging.getLogger().handlers))
