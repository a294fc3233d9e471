import logging
import logging.config

logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(levelname)s %(name)s: %(message)s"}, "curly": {"format": "{message}!", "style": "{"}},
    "filters": {"only_a": {"name": "a"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "level": "INFO"},
        "loud": {"class": "logging.StreamHandler", "formatter": "curly", "stream": "ext://sys.stdout", "filters": ["only_a"]},
    },
    "loggers": {"a": {"level": "DEBUG", "handlers": ["loud"]}, "quiet": {"level": "ERROR", "propagate": False}},
    "root": {"level": "INFO", "handlers": ["out"]},
})
logging.getLogger("a").debug("debug of a")
logging.getLogger("a").info("info of a")
logging.getLogger("b").info("info of b")
logging.getLogger("quiet").warning("nothing")
logging.info("root")
for config in [{}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such"}}},
               {"version": 1, "root": {"handlers": ["missing"]}}]:
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error)
