"""Rights of root, given up one and all (KN15, KN16)."""

import ctypes
import os
import struct

from .libc import libc

VERSION_3 = 0x20080522
PR_CAPBSET_DROP = 24
PR_CAP_AMBIENT, CLEAR_ALL = 47, 4
LAST = 63
DAC_OVERRIDE, KILL, SETGID, SETUID, SYS_ADMIN = 1, 5, 6, 7, 21


def has(one):
    header = struct.pack("<Ii", VERSION_3, 0)
    data = ctypes.create_string_buffer(24)
    if libc.capget(header, data) != 0:
        return False
    return bool(struct.unpack_from("<I", data.raw)[0] & 1 << one)


def forget(*kept):
    """No program started from here gets others back."""
    for one in range(LAST + 1):
        if one not in kept:
            libc.prctl(PR_CAPBSET_DROP, one, 0, 0, 0)
    libc.prctl(PR_CAP_AMBIENT, CLEAR_ALL, 0, 0, 0)


def hold(*kept):
    """Only these, in this process."""
    low = sum(1 << one for one in kept)
    header = struct.pack("<Ii", VERSION_3, 0)
    data = struct.pack("<IIIIII", low, low, 0, 0, 0, 0)
    if libc.capset(header, data) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
