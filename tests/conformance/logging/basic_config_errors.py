import io
import logging
import sys

for arguments in [{"style": "!"}, {"stream": sys.stdout, "handlers": []}, {"stream": sys.stdout, "filename": "x"},
                  {"colour": "red"}, {"level": "LOUD", "force": True}]:
    try:
        logging.basicConfig(force=True, **{k: v for k, v in arguments.items() if k != "force"})
    except ValueError as error:
        print(error)
logging.basicConfig(stream=sys.stdout, format="first %(message)s", force=True)
logging.basicConfig(stream=sys.stdout, format="ignored %(message)s")
logging.warning("one")
logging.basicConfig(stream=sys.stdout, format="second %(message)s", force=True)
logging.warning("two")
logging.basicConfig(force=True, handlers=[logging.StreamHandler(sys.stdout), logging.StreamHandler(sys.stdout)],
                    format="{message}!", style="{")
logging.warning("twice")
