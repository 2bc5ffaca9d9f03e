"""The room where namespaces can be made: a root of its own, with nothing in it but what building needs (KN15)."""

import os
import signal
import socket
import sys

from . import capabilities, fonts, landlock, mounts
from .mounts import NODEV, NOEXEC, NOSUID, RDONLY

# On a machine whose root we are, workers are a user that nobody else is.
NOBODY_ELSE = 1_900_000_000
# As which number a user who is not root is seen inside.
INSIDE = 1000
FONTS = "/hewn/fonts"
SLOT = "size=256m,nr_inodes=4096,mode=0700"
ALL = mounts.NEWNS | mounts.NEWCGROUP | mounts.NEWUTS | mounts.NEWIPC | mounts.NEWPID | mounts.NEWNET
# One of these stands while the new root is built; none of them holds what we need.
STANDS = ("/mnt", "/media", "/srv", "/sys")


def enter(setting):
    """Returns in the process that is the first in its room; the one that was called waits for it and goes with it."""
    uid = privileged()
    if uid is None:
        outside = (os.getuid(), os.getgid())
        mounts.unshare(ALL | mounts.NEWUSER)
        for name, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{INSIDE} {outside[0]} 1"),
            ("gid_map", f"{INSIDE} {outside[1]} 1"),
        ):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
        uid = INSIDE
        namespaced = True
    else:
        mounts.unshare(ALL)
        namespaced = False
    first = os.fork()
    if first:
        stay(first, uid)
    die_with_parent()
    inside = build(setting, uid)
    if namespaced:
        forbid_namespaces()
    leave_old_root(inside.pop("root"))
    become(uid)
    die_with_parent()
    return inside


def privileged():
    """The user to become where we are root and may mount; nothing where we have to make a world of our own first."""
    if os.getuid() != 0:
        return None
    try:
        with open("/proc/self/uid_map") as file:
            whole = file.read().split() == ["0", "0", "4294967295"]
    except OSError:
        return None
    return NOBODY_ELSE if whole and capabilities.has(capabilities.SYS_ADMIN) else None


def stay(first, uid):
    """Outside the room, with nothing: it ends when the room does, and the room when it does."""
    try:
        become(uid)
    except OSError:
        pass
    die_with_parent()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    status = os.waitpid(first, 0)[1]
    os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 70)


def die_with_parent():
    mounts.libc.prctl(1, signal.SIGKILL, 0, 0, 0)


def build(setting, uid):
    """Lays out the new root and says where things are in it."""
    os.umask(0o022)
    mounts.mount(None, "/", None, mounts.REC | mounts.PRIVATE)
    runner = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    shown = [*landlock.SYSTEM, *landlock.python_folders(runner), os.path.realpath(sys.executable), sys.executable]
    root = next(
        path for path in STANDS if os.path.isdir(path) and not any(f"{one}/".startswith(f"{path}/") for one in shown)
    )
    mounts.mount("room", root, "tmpfs", NOSUID | NODEV, "mode=0755,size=1m,nr_inodes=4096")
    view = View(root)
    for path in sorted(shown, key=len):
        view.show(path)
    view.put(runner, "/hewn/runner", RDONLY | NOSUID | NODEV)
    view.put(setting["socket"], "/hewn/host", NOSUID | NODEV | NOEXEC)
    own = os.environ.pop(fonts.VARIABLE, None)
    if own and os.path.isdir(own):
        view.put(own, FONTS, RDONLY | NOSUID | NODEV | NOEXEC)
        os.environ[fonts.VARIABLE] = FONTS
    for device in ("null", "zero", "urandom"):
        view.put(f"/dev/{device}", f"/dev/{device}", NOSUID | NOEXEC)
    view.write("/etc/passwd", f"room:x:{uid}:{uid}::/:\n")
    view.write("/etc/group", f"room:x:{uid}:\n")
    view.proc()
    slots = [f"/slots/{n}" for n in range(setting["slots"])]
    for slot in slots:
        view.folder(slot)
        mounts.mount("slot", root + slot, "tmpfs", NOSUID | NODEV | NOEXEC, f"{SLOT},uid={uid},gid={uid}")
    socket.sethostname("room")
    os.umask(0o077)
    return {
        "form": "namespaces",
        "socket": "/hewn/host",
        "slots": slots,
        "runner": "/hewn/runner",
        "home": "/",
        "root": root,
        # Counted among our own alone: this user is nobody else, or is counted by itself in its namespace.
        "processes": 64 * len(slots),
    }


class View:
    """The new root, while the old one is still there to be shown in it."""

    def __init__(self, root):
        self.root = root
        self.shown = []

    def show(self, path):
        """`path` by the names and links it has outside."""
        parts, here = path.strip("/").split("/"), ""
        while parts:
            here = f"{here}/{parts.pop(0)}"
            if os.path.islink(here):
                target = os.readlink(here)
                if not self.has(here) and not os.path.lexists(self.root + here):
                    self.folder(os.path.dirname(here))
                    os.symlink(target, self.root + here)
                whole = os.path.normpath(os.path.join(os.path.dirname(here), target))
                parts, here = whole.strip("/").split("/") + parts, ""
        if os.path.exists(here) and not self.has(here):
            self.put(here, here, RDONLY | NOSUID | NODEV)
            self.shown.append(here)

    def has(self, path):
        return any(path == one or path.startswith(f"{one}/") for one in self.shown)

    def put(self, source, target, flags):
        if os.path.isdir(source):
            self.folder(target)
        else:
            self.write(target, "")
        mounts.bind(source, self.root + target, flags)

    def folder(self, path):
        os.makedirs(self.root + path, 0o755, exist_ok=True)

    def write(self, path, text):
        self.folder(os.path.dirname(path))
        with open(self.root + path, "w") as file:
            file.write(text)
        os.chmod(self.root + path, 0o644)

    def proc(self):
        """For the warm parent alone, which counts its threads; no worker is granted anything in it."""
        self.folder("/proc")
        flags = NOSUID | NODEV | NOEXEC
        try:
            mounts.mount("proc", f"{self.root}/proc", "proc", flags)
        except OSError:
            mounts.bind("/proc", f"{self.root}/proc", flags)


def forbid_namespaces():
    with open("/proc/sys/user/max_user_namespaces", "w") as file:
        file.write("0")


def leave_old_root(root):
    mounts.pivot(root)
    mounts.mount(None, "/", None, mounts.REMOUNT | mounts.BIND | RDONLY | NOSUID | NODEV)


def become(uid):
    capabilities.forget()
    if os.getuid() != uid:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    capabilities.hold()
    mounts.libc.prctl(38, 1, 0, 0, 0)
