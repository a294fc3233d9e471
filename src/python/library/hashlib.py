"""The module hashlib: digests of bytes. The algorithms are libtomcrypt's, in C."""
from _hash import digest as _digest, sizes as _sizes, start as _start, update as _update
from _threading import allocate_lock

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384",
    "sha3_512", "shake_128", "shake_256", "blake2b", "blake2s",
}
algorithms_available = set(algorithms_guaranteed)

__all__ = [*sorted(algorithms_guaranteed), "new", "algorithms_guaranteed", "algorithms_available"]

_BLOCK = 1 << 20    # bytes that are hashed at once


def _bytes(data):
    if isinstance(data, bytes):
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if isinstance(data, (int, float, list, tuple, dict, set)) or data is None:
        raise TypeError("object supporting the buffer API required")
    return bytes(data)


class HASH:
    """A digest in the making."""

    def __init__(self, name, data, digest_size, key=b""):
        self.name = name
        self.digest_size = digest_size
        self.block_size = _sizes(name)[1]
        self._lock = allocate_lock()
        self._state = _start(name, digest_size, key)
        if data:
            self.update(data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"

    def update(self, data, /):
        data = _bytes(data)
        with self._lock:
            state = self._state
            for begin in range(0, len(data), _BLOCK):
                state = _update(self.name, state, data[begin:begin + _BLOCK])
            self._state = state

    def digest(self):
        return _digest(self.name, self._state, self.digest_size)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = object.__new__(type(self))
        other.name = self.name
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._lock = allocate_lock()
        other._state = self._state
        return other


class HASHXOF(HASH):
    """A digest that is as long as one asks for."""

    def __repr__(self):
        return f"<{self.name} _hashlib.HASHXOF object @ {id(self):#x}>"

    def digest(self, length, /):
        if length < 0:
            raise ValueError("value must be positive")
        return _digest(self.name, self._state, length)

    def hexdigest(self, length, /):
        return self.digest(length).hex()


HASH.__module__ = HASHXOF.__module__ = "_hashlib"


def _constructor(name):
    kind = HASHXOF if name.startswith("shake") else HASH
    size = _sizes(name)[0]

    def construct(string=b"", *, usedforsecurity=True):
        return kind(name, _bytes(string), size)

    construct.__name__ = construct.__qualname__ = f"openssl_{name}"
    construct.__module__ = "_hashlib"
    return construct


_constructors = {name: _constructor(name) for name in algorithms_guaranteed if not name.startswith("blake")}
md5 = _constructors["md5"]
sha1 = _constructors["sha1"]
sha224 = _constructors["sha224"]
sha256 = _constructors["sha256"]
sha384 = _constructors["sha384"]
sha512 = _constructors["sha512"]
sha3_224 = _constructors["sha3_224"]
sha3_256 = _constructors["sha3_256"]
sha3_384 = _constructors["sha3_384"]
sha3_512 = _constructors["sha3_512"]
shake_128 = _constructors["shake_128"]
shake_256 = _constructors["shake_256"]


class _Blake2(HASH):
    """blake2 with a key and a length of its own; salts, persons and trees are not there."""

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1,
                 depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
                 usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        if digest_size is None:
            digest_size = most
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {self.MAX_KEY_SIZE} bytes")
        if (salt or person or fanout != 1 or depth != 1 or leaf_size or node_offset or node_depth
                or inner_size or last_node):
            raise NotImplementedError(f"{type(self).__name__}() has only digest_size and key in this book")
        super().__init__(type(self).__name__, _bytes(data), digest_size, _bytes(key))

    def __repr__(self):
        return f"<_blake2.{type(self).__name__} object at {id(self):#x}>"


class blake2b(_Blake2):
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16


class blake2s(_Blake2):
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8


blake2b.__module__ = blake2s.__module__ = "_blake2"
_constructors["blake2b"] = blake2b
_constructors["blake2s"] = blake2s


def new(name, data=b"", **kwargs):
    """A digest by its algorithm's name."""
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    if name.lower() not in _constructors:
        raise ValueError("unsupported hash type " + name)
    return _constructors[name.lower()](data, **kwargs)
