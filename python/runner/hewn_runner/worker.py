"""One worker: parked with everything imported, then one job, then gone (KN1, KN6, KN9)."""

import gc
import os
import sys
import time
import traceback

CONTROL, LOG = 3, 4


def main(kind, slot, parent, *without):
    """A Python of its own (KN9): it imports first, and is held when its job comes."""
    from . import room

    began = time.monotonic()
    room.settle(slot, int(parent))
    room.without = without

    from . import log
    from .frames import Channel

    channel = Channel(CONTROL)
    log.install(LOG)
    hello = {"t": "ready", "pid": os.getpid(), "threads": 1}
    if kind == "room":
        from . import warm

        warm.load()
        warm.fix_chance()
        hello |= {**warm.versions(), "threads": room.threads()}
    room.clear_environment(slot)
    channel.write({**hello, "importMs": round((time.monotonic() - began) * 1000)})
    serve(channel, slot)


def born(setting, slot, parent):
    """A child of the zygote: it takes up its sockets, locks itself in, and says that it is ready (KN16)."""
    try:
        from . import log, room, warm
        from .frames import Channel

        folder = setting["slots"][slot]
        room.take_up(setting["socket"], slot, CONTROL, LOG)
        room.enter(folder, parent, setting, slot)
        room.without = setting["without"]
        gc.enable()
        warm.fix_chance()
        log.install(LOG)
        channel = Channel(CONTROL)
        room.lock(folder)
        channel.write({"t": "ready", "pid": os.getpid(), "threads": 1, "importMs": 0})
        serve(channel, folder)
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    os._exit(70)


def collecting(setting, slot, task, given):
    """Another child of the zygote, in which no user code runs either: it reads what a script left (KN21)."""
    try:
        from . import collect, room, sockets

        room.let_go()
        control = sockets.connect(setting["socket"], "collect", slot, task)
        collect.collect(setting["slots"][slot], given, control)
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    os._exit(0)


def serve(channel, slot):
    """The first frames say what it will be. What runs no user code may stay, everything else ends with its job."""
    files, shapes = {}, {}
    held, measuring = False, None
    while (frame := channel.read()) is not None:
        header, payload = frame
        match header["t"]:
            case "file":
                files[header["path"]] = payload
            case "brep":
                shapes[header["key"]] = payload
            case "heat":
                from . import exercise, heap, warm

                exercise.made()
                heap.widen()
                warm.fix_chance()
                channel.write({"t": "ready", "pid": os.getpid(), "threads": 1, "importMs": 0})
            case "read":
                from . import room
                from .reading import read

                if not held:
                    room.lock(slot, header.get("locks", ()))
                    held = True
                channel.write({"t": "reading", **read(header["text"], header.get("values"), header.get("back"))})
            case "probe":
                from . import probe, room

                room.limit(60, 1 << 30)
                layers = room.lock(slot)
                failed = probe.probe(header["targets"], header.get("only"))
                channel.write({"t": "probed", "failed": failed, "layers": layers, "cap": probe.capped()})
                leave()
            case "run":
                from . import script_room

                script_room.serve(channel, slot, header, files)
                leave()
            case "shapes":
                from . import shape_room

                measuring = measuring or shape_room.Room()
                went_well = measuring.serve(channel, slot, header, shapes)
                shapes = {}
                if not (went_well and header.get("stay")):
                    leave()
            case other:
                raise ValueError(f"unknown frame {other!r}")
    leave()


def leave():
    """
    No farewell: nothing a script registered runs after its end. The pipes are closed first, since a process that held much
    memory takes ten milliseconds to go, and the host waits for no more than all it had to say (KN6).
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    os.closerange(1, LOG + 1)
    os._exit(0)
