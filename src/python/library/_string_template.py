"""string.Template: text with $name where a value belongs."""


class Template:
    """$$ is a dollar, $name and ${name} are what a mapping says; a subclass may choose others."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compiled = None

    _compiled = None

    def __init__(self, template):
        self.template = template

    @classmethod
    def _matcher(cls):
        """The pattern for one placeholder, compiled at first use."""
        if cls._compiled is None:
            import re

            pattern = cls.__dict__.get("pattern")
            if pattern is None:
                sign = re.escape(cls.delimiter)
                braced = cls.braceidpattern or cls.idpattern
                pattern = (f"{sign}(?:(?P<escaped>{sign})|(?P<named>{cls.idpattern})"
                           f"|{{(?P<braced>{braced})}}|(?P<invalid>))")
            cls._compiled = re.compile(pattern, cls.flags | re.VERBOSE)
        return cls._compiled

    def _refuse(self, match):
        place = match.start("invalid")
        lines = self.template[:place].splitlines(True)
        if lines:
            column = place - len("".join(lines[:-1]))
            number = len(lines)
        else:
            column = number = 1
        raise ValueError(f"Invalid placeholder in string: line {number}, col {column}")

    def _filled(self, mapping, keywords, safe):
        if keywords:
            mapping = {**_as_dict(mapping), **keywords}

        def replacement(match):
            name = match["named"] or match["braced"]
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return match[0]
            if match["escaped"] is not None:
                return self.delimiter
            return match[0] if safe else self._refuse(match)

        return self._matcher().sub(replacement, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, True)

    def is_valid(self):
        return all([match["invalid"] is None for match in self._matcher().finditer(self.template)])

    def get_identifiers(self):
        names = {}
        for match in self._matcher().finditer(self.template):
            name = match["named"] or match["braced"]
            if name is not None:
                names[name] = True
        return list(names)


def _as_dict(mapping):
    return {key: mapping[key] for key in mapping.keys()}


Template.__module__ = "string"
