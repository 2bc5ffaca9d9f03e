"""System calls: a list of what building needs, and nothing else, held by Linux itself (KN18)."""

import ctypes
import errno
import os
import platform
import struct
import sys
from functools import cache

from .libc import libc
from .syscalls import ALLOWED, DEADLY, DENIED, MISSING

PR_SET_SECCOMP, MODE_FILTER = 22, 2
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
X32 = 0x40000000

CLONE_THREAD, NEW_NAMESPACES = 0x10000, 0x7E020000
SHARED_ANONYMOUS = 0x21
# Names, and what can only be read: the others could keep a worker when its parent dies, or open it to others.
OPTIONS = (2, 3, 15, 16, 21, 23, 30, 39, 0x53564D41)
# Descriptors, flags and locks; by the others Linux sends signals, or makes others wait for a file.
FILE_COMMANDS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032)
# Whether it is a terminal and how wide, how much can be read, close on exec, do not block, copy a file at once.
DEVICE_COMMANDS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451, 0x802C542A, 0x40049409, 0x4020940D)
# Opened neither to read nor to write: Landlock then has nothing to refuse.
NEITHER = 3
CUT = 0o1000  # O_TRUNC

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
NUMBER, ARCH, ARGUMENTS = 0, 4, 16
LINE = struct.Struct("<HBBI")
# Stands for a process's own number: no process has this one, and nothing else in the program is equal to it.
SOMEBODY = 0x50000001
LOAD, EQUAL, AT_LEAST, AND, RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
YES, NO = (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE | errno.EPERM)


def restrict(truncates=True, lowers=False):
    """
    Holds this process from now on; returns what it does in words, or False where there is no such filter.
    truncates   files may be cut by their path: where Landlock can hold it (ABI 3)
    lowers      own limits may be set: by a process that has no right to raise them
    """
    made = prebuilt(truncates, lowers)
    if made is None:
        return False
    text = with_number(made, os.getpid())
    buffer = ctypes.create_string_buffer(text)
    header = struct.pack("<HxxxxxxQ", len(text) // LINE.size, ctypes.addressof(buffer))
    if libc.prctl(PR_SET_SECCOMP, MODE_FILTER, header, 0, 0) != 0:
        return False
    return "seccomp, a list of allowed calls"


@cache
def prebuilt(truncates, lowers):
    """The program for this machine, but for the process's own number; None where there is no such filter."""
    machine = MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None or struct.calcsize("P") != 8:
        return None
    return assembled(*machine, truncates, lowers)


def assembled(column, arch, truncates, lowers):
    """(bytes, where in them the process's own number is to be written)."""
    code = program(column, arch, SOMEBODY, truncates, lowers)
    places = [n * LINE.size + LINE.size - 4 for n, line in enumerate(code) if line[3] == SOMEBODY]
    return b"".join(LINE.pack(*line) for line in code), places


def with_number(made, pid):
    text, places = bytearray(made[0]), made[1]
    for at in places:
        struct.pack_into("<I", text, at, pid)
    return bytes(text)


def program(column, arch, pid, truncates=True, lowers=False):
    """Lines of classic BPF: (code, jump if true, jump if false, value)."""
    code = [(LOAD, 0, 0, ARCH), (EQUAL, 1, 0, arch), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER)]
    if column == 0:
        code += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)]
    looked_at = conditions(pid, truncates, lowers)
    for name, numbers in ALLOWED.items():
        number = numbers[column]
        if number is None:
            continue
        argument, test = looked_at.get(name, (None, [YES]))
        load = [] if argument is None else [(LOAD, 0, 0, ARGUMENTS + argument)]
        code += [(EQUAL, 0, len(load) + len(test), number), *load, *test]
    for calls, answer in ((DENIED, REFUSE | errno.EACCES), (MISSING, REFUSE | errno.ENOSYS), (DEADLY, KILL)):
        for numbers in calls.values():
            if numbers[column] is not None:
                code += [(EQUAL, 0, 1, numbers[column]), (RETURN, 0, 0, answer)]
    return [*code, NO]


def conditions(pid, truncates, lowers):
    """Name -> (where in the arguments to look, lines that end with an answer whatever is there)."""
    low = lambda argument: 8 * argument
    is_self = [(EQUAL, 0, 1, pid), YES, NO]
    is_thread = [(AND, 0, 0, CLONE_THREAD | NEW_NAMESPACES), (EQUAL, 0, 1, CLONE_THREAD), YES, NO]
    is_private = [(AND, 0, 0, SHARED_ANONYMOUS), (EQUAL, 0, 1, SHARED_ANONYMOUS), NO, YES]
    cuts = [] if truncates else [(AND, 0, 0, CUT | NEITHER), (EQUAL, 3, 0, CUT)]
    opens = [*cuts, (AND, 0, 0, NEITHER), (EQUAL, 1, 0, NEITHER), YES, NO]
    # Only reading: the new limits must be a null pointer, in both halves.
    new = ARGUMENTS + low(2)
    reads = [(EQUAL, 0, 3, 0), (LOAD, 0, 0, new + 4), (EQUAL, 0, 1, 0), YES, NO]
    found = {
        "clone": (low(0), is_thread),
        "kill": (low(0), is_self),
        "tgkill": (low(0), is_self),
        "mmap": (low(3), is_private),
        "prctl": (low(0), one_of(OPTIONS)),
        "fcntl": (low(1), one_of(FILE_COMMANDS)),
        "ioctl": (low(1), one_of(DEVICE_COMMANDS)),
        "open": (low(1), opens),
        "openat": (low(2), opens),
        "prlimit64": (low(0), [(EQUAL, 0, 1, 0), YES, NO]) if lowers else (low(2), reads),
    }
    if not truncates:
        found["truncate"] = (low(0), [NO])
    return found


def one_of(values):
    return [*((EQUAL, len(values) - n, 0, value) for n, value in enumerate(values)), NO, YES]
