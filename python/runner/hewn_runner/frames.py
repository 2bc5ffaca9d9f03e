"""Frames between the host and a worker: u32 header length, u32 payload length, JSON header, payload (KN3)."""

import json
import os
import select
import struct

LENGTHS = struct.Struct("<II")


class Channel:
    """One descriptor that carries frames both ways."""

    def __init__(self, descriptor):
        self.descriptor = descriptor
        os.set_blocking(descriptor, True)

    def read(self):
        """The next (header, payload); None when the other end has gone."""
        lengths = self._take(LENGTHS.size)
        if lengths is None:
            return None
        header_length, payload_length = LENGTHS.unpack(lengths)
        header = self._take(header_length)
        payload = self._take(payload_length)
        if header is None or payload is None:
            return None
        return json.loads(header), payload

    def has_more(self):
        """Whether something has come that was not read yet."""
        return bool(select.select([self.descriptor], [], [], 0)[0])

    def write(self, header, payload=b""):
        text = json.dumps(header, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
        write_all(self.descriptor, LENGTHS.pack(len(text), len(payload)) + text)
        if payload:
            write_all(self.descriptor, payload)

    def _take(self, length):
        parts = []
        while length:
            part = os.read(self.descriptor, min(length, 1 << 20))
            if not part:
                return None
            parts.append(part)
            length -= len(part)
        return b"".join(parts)


def write_all(descriptor, data):
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
