"""Tries, in a locked worker, what must not work: isolation is measured, not configured (KN23, KN25)."""

import ctypes
import errno
import os
import platform
import resource
import socket
import sys

from .seccomp import MACHINES, REFUSED

SET_OPTIONS = 0x4200  # a request that harms nobody where tracing is allowed
DENIED = (errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOSYS)


def probe(targets):
    """
    targets   what the host laid out: files `secret`, `source` and `other`, a `folder`, what listens at `tcp` and `unix`,
              and its own pid, `parent`
    Returns the numbers of the behaviours (KN25) that did not hold.
    """
    if sys.platform != "linux":
        return list(range(1, 57))  # nothing is measured here, so nothing is claimed
    libc = ctypes.CDLL(None, use_errno=True)
    tries = {
        1: lambda: open(targets["secret"]).read(),
        2: lambda: open(targets["source"]).read(),
        3: lambda: [open(f"/proc/{pid}/environ").read() for pid in (targets["parent"], "1", "self")],
        4: lambda: open(os.path.join(targets["folder"], "written"), "w").close(),
        5: lambda: open(targets["other"]).read(),
        6: lambda: open(targets["other"], "a").close(),
        7: lambda: socket.create_connection(("127.0.0.1", targets["tcp"]), 1).close(),
        8: lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
        9: lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", targets["tcp"])),
        10: lambda: socket.socket(socket.AF_UNIX).connect(targets["unix"]),
        11: lambda: [socket.socket(family, socket.SOCK_RAW).close() for family in (16, 17, 38, 40)],
        12: fork,
        17: sparse,
        23: lambda: call(libc, "ptrace", SET_OPTIONS, os.getpid(), 0, 0),
        24: lambda: call(libc, "process_vm_readv", targets["parent"], 0, 0, 0, 0, 0),
        25: lambda: os.kill(targets["parent"], 0),
        26: lambda: [os.listdir("/proc"), os.listdir("/sys")],
        27: lambda: [os.symlink("/etc/passwd", "link"), os.mkfifo("pipe")],
        28: lambda: os.execv("/nonexistent/program", ["x"]),
        30: lambda: call(libc, "unshare", 0x10000000),
        32: lambda: syscall(libc, "bpf"),
        33: lambda: syscall(libc, "io_uring_setup"),
        35: lambda: syscall(libc, "keyctl"),
        36: lambda: syscall(libc, "perf_event_open"),
        39: descriptors,
        41: lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
        42: lambda: os.posix_spawn("/bin/true", ["true"], {}),
    }
    return [number for number, attempt in tries.items() if not held(number, attempt)]


def held(number, attempt):
    try:
        attempt()
    except OSError as error:
        # Without the filter a missing program is "not found": only a refusal counts there.
        return error.errno in DENIED[:2] if number in (28, 42) else error.errno in (*DENIED, errno.EFBIG, errno.EXDEV)
    except ValueError:
        return True  # a limit that cannot be raised
    except SystemError:
        return False
    return False


def fork():
    if os.fork() == 0:
        os._exit(0)
    os.wait()


def sparse():
    with open("sparse", "wb") as file:
        file.truncate(1 << 40)


def descriptors():
    """Nothing is open but the standard three, control, log, and what we opened ourselves beneath the slot."""
    for number in range(5, 128):
        try:
            os.fstat(number)
        except OSError:
            continue
        return
    raise OSError(errno.ENOENT, "none")


def call(libc, name, *arguments):
    checked(getattr(libc, name)(*arguments))


def syscall(libc, name):
    column = MACHINES[platform.machine()][0]
    number = next(calls[name][column] for calls in REFUSED.values() if name in calls)
    checked(libc.syscall(number, 0, 0, 0, 0, 0))


def checked(answer):
    if answer < 0:
        code = ctypes.get_errno()
        # A call that is let through and finds its arguments wrong is not refused.
        raise OSError(code, os.strerror(code)) if code in DENIED else SystemError(name_of(code))


def name_of(code):
    return errno.errorcode.get(code, str(code))
