"""The assert methods of TestCase and the words of their failures."""
from ._contexts import AssertLogsContext, AssertRaisesContext, AssertWarnsContext
from ._text import count_differences, diff, common_shortening, pretty, safe_repr

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _type_functions = {}

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f"{standardMsg} : {msg}"

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    # ---- truth and identity ----

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    # ---- order ----

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    # ---- equality ----

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_functions = {**self._type_functions, typeobj: function}

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            own = self._type_functions.get(type(first))
            if own is not None:
                (getattr(self, own) if isinstance(own, str) else own)(first, second, msg=msg)
                return
            name = _BY_TYPE.get(type(first))
            if name is not None:
                getattr(self, name)(first, second, msg=msg)
                return
        if not first == second:
            self._fail(msg, "%s != %s" % common_shortening(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if wanted and first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        distance = abs(first - second)
        if delta is not None:
            close = distance <= delta
            within = f"within {safe_repr(delta)} delta"
        else:
            places = 7 if places is None else places
            close = round(distance, places) == 0
            within = f"within {places!r} places"
        if bool(close) != wanted:
            if wanted:
                self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)} {within} "
                                f"({safe_repr(distance)} difference)")
            if delta is not None:
                self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} {within} "
                                f"({safe_repr(distance)} difference)")
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)} {within}")

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            kind = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{which} sequence is not a {kind}: {safe_repr(seq)}")
        else:
            kind = "sequence"
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                len(seq)
            except (TypeError, NotImplementedError):
                self._fail(msg, f"{which} {kind} has no length.    Non-sequence?")
        if seq1 == seq2:
            return
        text = "%ss differ: %s != %s\n" % (kind.capitalize(), *common_shortening(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        for i in range(min(len1, len2)):
            if seq1[i] != seq2[i]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *common_shortening(seq1[i], seq2[i]))
                break
        else:
            if len1 == len2 and seq_type is None and type(seq1) is not type(seq2):
                return
        if len1 > len2:
            text += (f"\nFirst {kind} contains {len1 - len2} additional elements.\n"
                     f"First extra element {len2}:\n{safe_repr(seq1[len2])}\n")
        elif len1 < len2:
            text += (f"\nSecond {kind} contains {len2 - len1} additional elements.\n"
                     f"First extra element {len1}:\n{safe_repr(seq2[len1])}\n")
        difference = "\n" + diff(pretty(seq1), pretty(seq2))
        self._fail(msg, self._truncateMessage(text, difference))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            only1, only2 = set1.difference(set2), set2.difference(set1)
        except TypeError as error:
            self.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            self.fail(f"first argument does not support set difference: {error}")
        if not (only1 or only2):
            return
        lines = []
        if only1:
            lines.append("Items in the first set but not the second:")
            lines.extend([repr(item) for item in only1])
        if only2:
            lines.append("Items in the second set but not the first:")
            lines.extend([repr(item) for item in only2])
        self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "%s != %s" % common_shortening(d1, d2)
            self._fail(msg, self._truncateMessage(text, "\n" + diff(pretty(d1), pretty(d2))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            text = "%s != %s" % common_shortening(first, second)
            lines1, lines2 = first.splitlines(keepends=True), second.splitlines(keepends=True)
            if len(lines1) == 1 and first.strip("\r\n") == first:
                lines1, lines2 = [first + "\n"], [second + "\n"]
            self._fail(msg, self._truncateMessage(text, "\n" + "".join(_ndiff(lines1, lines2))))

    def assertCountEqual(self, first, second, msg=None):
        differences = count_differences(list(first), list(second))
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            text = "Element counts were not equal:\n"
            self._fail(msg, self._truncateMessage(text, "\n".join(lines)))

    # ---- exceptions, warnings, patterns, logs ----

    def assertRaises(self, expected_exception, *args, **kwargs):
        return AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return AssertLogsContext(self, logger, level, no_logs=True)

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _compiled(expected_regex)
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _compiled(unexpected_regex)
        match = pattern.search(text)
        if match:
            self._fail(msg, f"Regex matched: {text[match.start():match.end()]!r} matches "
                            f"{pattern.pattern!r} in {text!r}")


_BY_TYPE = {
    dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
    frozenset: "assertSetEqual", str: "assertMultiLineEqual",
}


def _compiled(pattern):
    if not isinstance(pattern, (str, bytes)):
        return pattern
    import re

    assert pattern, "expected_regex must not be empty."
    return re.compile(pattern)


def _ndiff(lines1, lines2):
    import difflib

    return difflib.ndiff(lines1, lines2)
