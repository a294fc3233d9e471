"""What sys tells in records: tuples whose items have names."""


def _record(record, /, **fields):
    """An instance of a new class sys.NAME, a tuple with these fields."""
    names = list(fields)

    def representation(self):
        shown = [f"{names[i]}={self[i]!r}" for i in range(len(names))]
        return f"sys.{record}({', '.join(shown)})"

    def field(index):
        return property(lambda self: self[index])

    members = {names[i]: field(i) for i in range(len(names))}
    members["__repr__"] = representation
    members["__module__"] = "sys"
    members["n_fields"] = members["n_sequence_fields"] = len(names)
    return type(record, (tuple,), members)(fields.values())


version_info = _record("version_info", major=3, minor=11, micro=7, releaselevel="final", serial=0)
flags = _record(
    "flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0,
    no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0,
    isolated=0, dev_mode=False, utf8_mode=1, warn_default_encoding=0, safe_path=False,
    int_max_str_digits=-1)
float_info = _record(
    "float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
    epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _record(
    "int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
    str_digits_check_threshold=640)
hash_info = _record(
    "hash_info", width=64, modulus=2**61 - 1, inf=314159, nan=0, imag=1000003,
    algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
thread_info = _record("thread_info", name="pthread", lock="semaphore", version=None)


class _Implementation:
    name = "threadbook"
    cache_tag = None
    version = version_info
    hexversion = 0x030B07F0

    def __repr__(self):
        return (f"namespace(name={self.name!r}, cache_tag={self.cache_tag!r}, "
                f"version={self.version!r}, hexversion={self.hexversion!r})")


implementation = _Implementation()
