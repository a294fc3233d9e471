"""The module logging.config: loggers, handlers and formatters described by a dict."""
import importlib
import logging


def _resolve(name):
    """What a dotted name means: "logging.StreamHandler", "ext://sys.stdout" without its ext://."""
    parts = name.split(".")
    found = importlib.import_module(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            try:
                importlib.import_module(path)
                found = getattr(found, part)
            except ImportError as error:
                raise ValueError(f"Cannot resolve {name!r}: {error}") from error
    return found


class BaseConfigurator:
    def __init__(self, config):
        self.config = config

    def convert(self, value):
        """A value of the description: text may refer to an object."""
        if isinstance(value, str) and value.startswith("ext://"):
            return _resolve(value[6:])
        if isinstance(value, str) and value.startswith("cfg://"):
            found = self.config
            for part in value[6:].split("."):
                found = found[int(part) if isinstance(found, (list, tuple)) else part]
            return found
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.convert(item) for item in value]
        return value

    def call(self, description):
        """What the factory named by "()" makes of the other items."""
        arguments = {key: self.convert(value) for key, value in description.items()}
        factory = arguments.pop("()")
        if not callable(factory):
            factory = _resolve(factory)
        attributes = arguments.pop(".", None)
        made = factory(**arguments)
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        with logging._lock:
            if config.get("incremental", False):
                self._change()
            else:
                self._replace()

    def _named(self, kind, make):
        """{name: object} for one part of the description, each made by `make`."""
        made = {}
        for name, description in self.config.get(kind, {}).items():
            try:
                made[name] = make(name, description, made)
            except Exception as error:
                raise ValueError(f"Unable to configure {kind.removesuffix('s')} {name!r}") from error
        return made

    def _change(self):
        for name, description in self.config.get("handlers", {}).items():
            handler = logging._by_name.get(name)
            if handler is None:
                raise ValueError(f"No handler found with name {name!r}")
            if description.get("level"):
                handler.setLevel(description["level"])
        for name, description in self.config.get("loggers", {}).items():
            self._set_logger(logging.getLogger(name), description, None)
        if self.config.get("root"):
            self._set_logger(logging.root, self.config["root"], None)

    def _replace(self):
        config = self.config
        logging._by_name.clear()
        logging._handlers.clear()
        self.formatters = self._named("formatters", self._make_formatter)
        self.filters = self._named("filters", self._make_filter)
        self.handlers = self._named("handlers", self._make_handler)
        described = config.get("loggers", {})
        for name, logger in logging.root.manager.loggerDict.items():
            if name in described:
                continue
            if any([name.startswith(other + ".") for other in described]):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = config.get("disable_existing_loggers", True)
        for name, description in described.items():
            logger = logging.getLogger(name)
            logger.disabled = False
            try:
                self._set_logger(logger, description, self.handlers)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        if config.get("root"):
            try:
                self._set_logger(logging.root, config["root"], self.handlers)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _make_formatter(self, name, description, made):
        if "()" in description:
            return self.call(description)
        cls = logging.Formatter
        if description.get("class"):
            cls = _resolve(description["class"])
        more = {key: description[key] for key in ("validate", "defaults") if key in description}
        return cls(description.get("format"), description.get("datefmt"), description.get("style", "%"), **more)

    def _make_filter(self, name, description, made):
        if "()" in description:
            return self.call(description)
        return logging.Filter(description.get("name", ""))

    def _make_handler(self, name, description, made):
        description = dict(description)
        formatter = description.pop("formatter", None)
        level = description.pop("level", None)
        filters = description.pop("filters", None)
        attributes = description.pop(".", None)
        if "()" in description:
            handler = self.call(description)
        else:
            cls = description.pop("class")
            if isinstance(cls, str):
                cls = _resolve(cls)
            arguments = {key: self.convert(value) for key, value in description.items()}
            if isinstance(arguments.get("target"), str):
                arguments["target"] = made[arguments["target"]]
            handler = cls(**arguments)
        if formatter:
            handler.setFormatter(self.formatters[formatter])
        if level is not None:
            handler.setLevel(level)
        if filters:
            self._add_filters(handler, filters)
        for key, value in (attributes or {}).items():
            setattr(handler, key, value)
        handler.name = name
        return handler

    def _add_filters(self, filterer, names):
        for name in names:
            filterer.addFilter(name if callable(name) or hasattr(name, "filter") else self.filters[name])

    def _set_logger(self, logger, description, handlers):
        level = description.get("level")
        if level is not None:
            logger.setLevel(level)
        if handlers is not None:
            logger.handlers = []
            for name in description.get("handlers", []):
                logger.addHandler(handlers[name])
            self._add_filters(logger, description.get("filters", []))
        if description.get("propagate") is not None and logger is not logging.root:
            logger.propagate = description["propagate"]


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configures logging as `config` says."""
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise OSError(30, "There are no files in this book, use dictConfig()", str(fname))
