"""Python's own stdout and stderr: records (stream, level, bytes) on one pipe, so that their order is exact (KN36)."""

import functools
import io
import logging
import os
import struct
import sys
import warnings

from .frames import write_all

RECORD = struct.Struct("<BBHI")
STDOUT, STDERR = 0, 1
INFO, WARNING, ERROR = 0, 1, 2
# A record is written whole before another may begin, so one huge print is several.
LARGEST = 1 << 16


class LogStream(io.RawIOBase):
    """Nothing waits in here: a line is on its way when print returns, also when native code then runs for a minute."""

    def __init__(self, pipe, stream, level):
        self.pipe = pipe
        self.stream = stream
        self.level = level

    def write(self, data):
        data = bytes(data)
        for start in range(0, len(data), LARGEST):
            put(self.pipe, self.stream, self.level, data[start : start + LARGEST])
        return len(data)

    def writable(self):
        return True

    def fileno(self):
        # What native code and child processes write to; the host reads it as the same stream.
        return 1 + self.stream

    def isatty(self):
        return False


def put(pipe, stream, level, data):
    write_all(pipe, RECORD.pack(stream, level, 0, len(data)) + data)


def install(pipe):
    os.set_blocking(pipe, True)
    sys.stdout = text(LogStream(pipe, STDOUT, INFO), "<stdout>")
    sys.stderr = text(LogStream(pipe, STDERR, ERROR), "<stderr>")
    warnings.showwarning = lambda message, category, filename, line, file=None, source=None: put(
        pipe, STDERR, WARNING, f"{category.__name__}: {message} ({os.path.basename(filename)}, line {line})\n".encode()
    )


def heed_records():
    """Once: what `logging` writes is as serious as its record says, not as the stream it goes by."""
    logging.StreamHandler.emit = leveled(logging.StreamHandler.emit)


def leveled(plain):
    @functools.wraps(plain)
    def emit(self, record):
        raw = getattr(self.stream, "buffer", None)
        if not isinstance(raw, LogStream):
            return plain(self, record)
        before = raw.level
        raw.level = ERROR if record.levelno >= logging.ERROR else WARNING if record.levelno >= logging.WARNING else INFO
        try:
            return plain(self, record)
        finally:
            raw.level = before

    return emit


def text(raw, name):
    # Lone surrogates become \\udc80: what was printed can always be shown.
    wrapper = io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
    wrapper.mode = "w"
    raw.name = name
    return wrapper
