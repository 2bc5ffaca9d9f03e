"""Calls about mounts that Python has no words for, from ctypes; no helper program (KN15)."""

import ctypes
import os
import struct

from .libc import libc

RDONLY, NOSUID, NODEV, NOEXEC = 1, 2, 4, 8
REMOUNT, BIND, REC, PRIVATE = 32, 4096, 16384, 1 << 18
DETACH = 2
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
MOUNT_SETATTR, RECURSIVE, AT_FDCWD = 442, 0x8000, -100
NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = (
    *(0x00020000, 0x02000000, 0x04000000, 0x08000000),
    *(0x10000000, 0x20000000, 0x40000000),
)



def checked(answer, what):
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def unshare(flags):
    checked(libc.unshare(ctypes.c_int(flags)), "unshare")


def mount(source, target, kind=None, flags=0, data=None):
    words = [word if word is None else os.fsencode(word) for word in (source, target, kind, data)]
    checked(
        libc.mount(words[0], words[1], words[2], ctypes.c_ulong(flags), words[3]), f"mount {kind or source} on {target}"
    )


def bind(source, target, flags):
    """`target` shows `source` and what is mounted below it, with `flags` set and none of its own taken away."""
    mount(source, target, None, BIND | REC)
    attributes = struct.pack("<QQQQ", flags, 0, 0, 0)
    checked(
        libc.syscall(MOUNT_SETATTR, AT_FDCWD, os.fsencode(target), RECURSIVE, attributes, len(attributes)),
        f"mount_setattr on {target}",
    )


def pivot(root):
    """`root` becomes the root; of the old one nothing is left."""
    os.chdir(root)
    checked(libc.syscall(PIVOT_ROOT[os.uname().machine], b".", b"."), "pivot_root")
    checked(libc.umount2(b".", DETACH), "umount")
    os.chdir("/")
