"""The module io: streams that live in memory, StringIO and BytesIO."""
from _memory_streams import (
    SEEK_CUR,
    SEEK_END,
    SEEK_SET,
    BufferedIOBase,
    BytesIO,
    IOBase,
    RawIOBase,
    StringIO,
    TextIOBase,
    UnsupportedOperation,
)

DEFAULT_BUFFER_SIZE = 8192
