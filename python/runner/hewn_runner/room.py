"""What holds a worker: its environment, its limits, its locks and its end (KN16, KN19)."""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38
GIB = 1 << 30
MIB = 1 << 20
LARGEST_FILE = 128 * MIB


def settle(slot, parent):
    """Once, before anything else is imported."""
    os.umask(0o077)
    for folder in ("work/project", "tmp", "home"):
        os.makedirs(os.path.join(slot, folder), exist_ok=True)
    os.chdir(os.path.join(slot, "work/project"))
    lower(resource.RLIMIT_CORE, 0)
    lower(resource.RLIMIT_NOFILE, 128)
    # A write past the cap is then an error the script can read, not a death.
    if hasattr(signal, "SIGXFSZ"):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)  # it died before we asked to be told


def clear_environment(slot):
    """After the imports: until then it holds what keeps numeric libraries from starting threads."""
    os.environ.clear()
    os.environ.update(environment(slot))


def environment(slot):
    """The whole of what a script finds in os.environ."""
    return {
        "HOME": os.path.join(slot, "home"),
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "TMPDIR": os.path.join(slot, "tmp"),
    }


def limit(seconds, memory):
    """Just before user code runs: so much on top of what the parked process holds already."""
    held, reserved = memory_now()
    lower(resource.RLIMIT_FSIZE, LARGEST_FILE)
    if held:
        lower(resource.RLIMIT_DATA, held + memory)
        lower(resource.RLIMIT_AS, reserved + memory + 2 * GIB)
    used = resource.getrusage(resource.RUSAGE_SELF)
    cores = os.cpu_count() or 1
    lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds * cores) + 2)


class NotHeld(Exception):
    """A lock that held when it was tried at the start does not hold this worker."""

    error = {"code": "KERNEL_ISOLATION", "message": "This run was not held as strongly as scripts are on this server."}


def lock(slot, needed=()):
    """
    The last thing before a job: from here on nothing outside the slot can be written, called or started.
    needed   layers that were there when the server started; without one of them nothing runs
    """
    from . import landlock, seccomp

    libraries = [
        path for path in (sys.prefix, sys.base_prefix, *sys.path) if os.path.isabs(path) and not path.startswith(slot)
    ]
    truncates = landlock.version() >= 3
    layers = {"files": landlock.restrict(slot, libraries), "calls": seccomp.restrict(truncates)}
    if not all(layers.get(layer) for layer in needed):
        raise NotHeld
    return layers


def threads():
    """Locks hold the thread that sets them and what it starts; more than one after the import would stay outside."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def memory_now():
    """(private data, address space) in bytes; zeros where the system does not say."""
    try:
        with open("/proc/self/status") as file:
            rows = dict(line.split(":", 1) for line in file)
        return tuple(int(rows[name].split()[0]) * 1024 for name in ("VmData", "VmSize"))
    except (OSError, KeyError, ValueError):
        return 0, 0


def lower(kind, value):
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    try:
        resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):
        pass  # not on this system; the host's clock and the report still hold
