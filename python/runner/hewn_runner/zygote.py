"""The warm parent: imports everything once, runs no user's byte and no geometry, and forks workers (KN4 to KN8)."""

import gc
import importlib
import json
import os
import selectors
import signal
import socket
import time

from . import gate, room, sockets, wipe, worker
from .frames import Channel

# What every child needs is read once, here: read by each, it would be memory and time of each.
CHILDREN_NEED = ("collect", "landlock", "log", "probe", "project", "reading", "seccomp", "syscalls")


def main(text):
    setting = json.loads(text)
    began = time.monotonic()
    control = sockets.connect(setting["socket"], "zygote")
    from . import warm

    for name in CHILDREN_NEED:
        importlib.import_module(f"hewn_runner.{name}")
    warm.load(exercised=True)
    room.prepare()
    gc.disable()
    found = gate.problems({control})
    Zygote(setting, control).serve(
        {
            "t": "ready",
            "pid": os.getpid(),
            **warm.versions(),
            "threads": gate.threads(),
            "importMs": round((time.monotonic() - began) * 1000),
            "problems": found,
            "form": setting["form"],
            "slots": setting["slots"],
        }
    )


class Zygote:
    """One thread and no geometry: whoever is forked here finds a process as good as a fresh one."""

    def __init__(self, setting, control):
        self.setting = setting
        self.control = control
        self.channel = Channel(control)
        # pid -> slot of a worker; a collector has none.
        self.children = {}

    def serve(self, hello):
        wake, awake = socket.socketpair()
        for end in (wake, awake):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(awake.fileno())
        self.channel.write(hello)
        waiting = selectors.DefaultSelector()
        waiting.register(self.control, selectors.EVENT_READ)
        waiting.register(wake, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.fd == self.control:
                    self.take()
                else:
                    wake.recv(4096)
            self.reap()

    def take(self):
        frame = self.channel.read()
        if frame is None or frame[0]["t"] == "stop":
            os._exit(0)  # the host has gone; the workers die with us
        header, _ = frame
        match header["t"]:
            case "order":
                self.order(header["slot"])
            case "kill":
                self.kill(header["slot"], header["pid"])
            case "collect":
                self.collect(header["slot"], header["task"], header["given"])
            case "wipe":
                self.wipe(header["slot"])

    def order(self, slot):
        try:
            pid = os.fork()
        except OSError as error:
            self.channel.write({"t": "refused", "slot": slot, "why": error.strerror or "fork failed"})
            return
        if pid == 0:
            worker.born(self.setting, slot, os.getppid())
        self.children[pid] = slot
        self.channel.write({"t": "born", "slot": slot, "pid": pid})

    def kill(self, slot, pid):
        # A late order must not hit a successor: only the child that is still ours, in that slot.
        if self.children.get(pid) != slot:
            return
        for kill in (os.killpg, os.kill):
            try:
                kill(pid, signal.SIGKILL)
            except OSError:
                pass  # not yet a group of its own, or gone

    def collect(self, slot, task, given):
        pid = os.fork()
        if pid == 0:
            worker.collecting(self.setting, slot, task, given)
        self.children[pid] = None

    def wipe(self, slot):
        """By us while it is little; a slot full of files is emptied beside us, so that kills are never late."""
        left = wipe.wipe(self.setting["slots"][slot])
        if left is not None:
            self.channel.write({"t": "wiped", "slot": slot, "left": left})
            return
        pid = os.fork()
        if pid == 0:
            left = wipe.wipe(self.setting["slots"][slot], most=None)
            self.channel.write({"t": "wiped", "slot": slot, "left": left})
            os._exit(0)
        self.children[pid] = None

    def reap(self):
        while True:
            try:
                pid, status, used = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            slot = self.children.pop(pid, None)
            if slot is not None:
                self.channel.write({"t": "exit", "slot": slot, "pid": pid, **ending(status), **spent(used)})


def ending(status):
    if os.WIFSIGNALED(status):
        return {"signal": signal.Signals(os.WTERMSIG(status)).name}
    return {"code": os.WEXITSTATUS(status)}


def spent(used):
    return {"cpuMs": round((used.ru_utime + used.ru_stime) * 1000), "maxRss": used.ru_maxrss * 1024}
