"""The room where no namespace can be made: Landlock, the call filter and, for root, a user per slot (KN15, KN19)."""

import os
import sys

from . import capabilities, landlock
from .namespaces import NOBODY_ELSE, die_with_parent

# Slots that whoever runs the container mounted for us, each of a size of its own (compose.yaml).
MOUNTED = "/run/hewn/slot-{}"
# What the warm parent of a user per slot needs: to become them, to end them, and to clean up after them.
KEPT = (capabilities.SETUID, capabilities.SETGID, capabilities.KILL, capabilities.DAC_OVERRIDE)


def enter(setting):
    count, scratch = setting["slots"], setting["scratch"]
    runner = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    slots = [MOUNTED.format(n) for n in range(count)]
    if not all(os.path.ismount(slot) and os.access(slot, os.W_OK) for slot in slots):
        slots = [os.path.join(scratch, str(n)) for n in range(count)]
        for slot in slots:
            os.mkdir(slot, 0o700)
    home = os.path.join(scratch, "home")
    os.mkdir(home, 0o700)
    users = None
    if os.getuid() == 0:
        users = None if "users" in setting["without"] else own_users(slots, runner)
        capabilities.forget(*(KEPT if users else ()))
        capabilities.hold(*(KEPT if users else ()))
    die_with_parent()
    return {
        "form": "bare",
        "socket": setting["socket"],
        "slots": slots,
        "runner": runner,
        "home": home,
        "users": users,
    }


def own_users(slots, runner):
    """A user per slot, where such a user can reach what it needs; else they all stay root, without root's rights."""
    users = [NOBODY_ELSE + n for n in range(len(slots))]
    folder = os.path.dirname(slots[0])
    os.chmod(folder, 0o711)
    os.chmod(os.path.dirname(folder), 0o711)
    needed = [*filter(os.path.isdir, landlock.python_folders(runner)), os.path.realpath(sys.executable), folder]
    if not reachable(users[0], needed):
        return None
    try:
        for slot, user in zip(slots, users):
            os.chown(slot, user, user)
    except OSError:
        return None
    return users


def reachable(user, paths):
    pid = os.fork()
    if pid == 0:
        try:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
            os._exit(0 if all(os.access(path, os.X_OK) for path in paths) else 1)
        finally:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0
