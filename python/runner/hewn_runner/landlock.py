"""Files: what a worker can reach, held by Linux itself, for root as well (KN17)."""

import ctypes
import os
import struct
import sys
from functools import cache

from .libc import libc

CREATE, ADD, RESTRICT = 444, 445, 446
VERSION = 1
BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << n for n in range(6))
MAKE_CHAR, MAKE_DIR, MAKE_REG, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK, MAKE_SYM = (1 << n for n in range(6, 13))
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
READ = READ_FILE | READ_DIR
SLOT = READ | WRITE_FILE | TRUNCATE | MAKE_DIR | MAKE_REG | REMOVE_DIR | REMOVE_FILE
FOR_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
NET_BIND, NET_CONNECT = 1, 2
SCOPE_ABSTRACT, SCOPE_SIGNAL = 1, 2

# What libraries, fonts and time zones are read from; the rest of the machine is not there.
SYSTEM = (
    *("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/usr/share/fonts", "/usr/local/share/fonts"),
    *(
        "/usr/share/fontconfig",
        "/etc/fonts",
        "/usr/share/zoneinfo",
        "/etc/localtime",
        "/etc/ld.so.cache",
        "/var/cache/fontconfig",
    ),
)


# Not the whole of these, where the system's own Python says it lives there.
SHARED = ("/usr", "/usr/local", "/")


def python_folders(*more):
    """Where this Python and its packages are."""
    found = {sys.prefix, sys.base_prefix, *sys.path, *more} - {*SHARED, ""}
    return sorted(path for path in found if os.path.isabs(path))


@cache
def version():
    """What this Linux can hold, found by asking it; below 1 where it has no Landlock."""
    if sys.platform != "linux":
        return 0
    return libc.syscall(CREATE, None, ctypes.c_size_t(0), VERSION)


def restrict(slot, more_to_read):
    """Holds this process from now on; returns what it does in words, or False where Linux has no Landlock."""
    abi = version()
    if abi < 1:
        return False
    handled = (1 << 13) - 1
    handled |= (REFER if abi >= 2 else 0) | (TRUNCATE if abi >= 3 else 0) | (IOCTL_DEV if abi >= 5 else 0)
    attribute = struct.pack("<Q", handled)
    if abi >= 4:
        attribute += struct.pack("<Q", NET_BIND | NET_CONNECT)
    if abi >= 6:
        attribute += struct.pack("<Q", SCOPE_ABSTRACT | SCOPE_SIGNAL)
    ruleset = libc.syscall(CREATE, attribute, ctypes.c_size_t(len(attribute)), 0)
    if ruleset < 0:
        return False
    for path in {*SYSTEM, *more_to_read}:
        allow(ruleset, path, READ & handled)
    for device, rights in (
        ("/dev/null", READ_FILE | WRITE_FILE),
        ("/dev/zero", READ_FILE),
        ("/dev/urandom", READ_FILE),
    ):
        allow(ruleset, device, rights & handled)
    held = allow(ruleset, slot, SLOT & handled) and libc.syscall(RESTRICT, ruleset, 0) == 0
    os.close(ruleset)
    return f"Landlock, version {abi}" if held else False


def allow(ruleset, path, rights):
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return False  # not on this machine
    try:
        if not os.path.isdir(path):
            rights &= FOR_FILES
        rule = struct.pack("<Qi", rights, descriptor)
        return libc.syscall(ADD, ruleset, BENEATH, rule, 0) == 0
    finally:
        os.close(descriptor)
