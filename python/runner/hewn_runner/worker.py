"""One worker: parked with everything imported, then one job, then gone (KN1, KN6, KN9)."""

import os
import sys
import time

CONTROL, LOG = 3, 4


def main(kind, slot, parent):
    from . import room

    began = time.monotonic()
    room.settle(slot, int(parent))

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


def serve(channel, slot):
    """The first frames say what it will be; a reader stays, everything else ends with its job."""
    files, shapes = {}, {}
    held = False
    while (frame := channel.read()) is not None:
        header, payload = frame
        match header["t"]:
            case "file":
                files[header["path"]] = payload
            case "brep":
                shapes[header["key"]] = payload
            case "read":
                from . import room
                from .reading import read

                if not held:
                    room.lock(slot, header.get("locks", ()))
                    held = True
                channel.write({"t": "reading", **read(header["text"], header.get("values"))})
            case "probe":
                from . import probe, room

                room.limit(60, 1 << 30)
                layers = room.lock(slot)
                channel.write({"t": "probed", "failed": probe.probe(header["targets"]), "layers": layers})
                leave()
            case "run":
                from . import script_room

                script_room.serve(channel, slot, header, files)
                leave()
            case "shapes":
                from . import shape_room

                shape_room.serve(channel, slot, header, shapes)
                leave()
            case other:
                raise ValueError(f"unknown frame {other!r}")
    leave()


def leave():
    """No farewell: nothing a script registered runs after its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    os._exit(0)
