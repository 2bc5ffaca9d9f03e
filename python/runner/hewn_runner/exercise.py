"""
What a first job would otherwise pay for, done before there is one. Once in the warm parent: names are bound, tables filled
and code specialised, and every worker finds it so. It runs on one thread, since a pool of threads would not live through a
fork; the gate refuses one that is there (KN4, KN5). And, shorter, in a worker that waits for the next step of a slider: the
pages it will write are then its own already (KN7). [Page faults of a hinge: 3,500, then 300; each takes some 2 µs.]
"""

import gc
import linecache
import os
import sys

from . import threads

PART = """
from build123d import *
with BuildPart() as tray:
    with BuildSketch():
        RectangleRounded(30, 20, 3)
    extrude(amount=10)
    offset(amount=-2, openings=tray.faces().sort_by(Axis.Z)[-1])
    fillet(tray.faces().sort_by(Axis.Z)[-1].edges(), 0.8)
    with BuildSketch(Plane.XY.offset(2)):
        with GridLocations(12, 8, 2, 1):
            Circle(2)
            Circle(1, mode=Mode.SUBTRACT)
    extrude(amount=3)
    with BuildSketch(tray.faces().sort_by(Axis.Z)[0]):
        Text("e", font_size=5)
    extrude(amount=1)
    with GridLocations(20, 10, 2, 2):
        Hole(0.5)
block = Box(10, 10, 10) - Pos(1, 2, 3) * Cylinder(2, 20) + Pos(5, 0, 0) * Sphere(3)
block = chamfer(block.edges().filter_by(Axis.Z), 0.5)
result = Compound(label="both", children=[tray.part, Pos(40, 0, 0) * block])
"""
SHORT = """
from build123d import *
with BuildPart() as plate:
    with BuildSketch():
        RectangleRounded(10, 8, 1)
    extrude(amount=3)
    with GridLocations(5, 5, 2, 1):
        Hole(0.5)
fillet(plate.faces().sort_by(Axis.Z)[-1].edges()[:1], 0.2)
block = Box(10, 10, 10) - Pos(1, 2, 3) * Cylinder(2, 20)
letter = extrude(Text("e", font_size=5), 1)
result = [plate.part, block, letter]
"""
STILL = [1, 0, 0, 0, 1, 0, 0, 0, 1]


def take():
    """All of it, measuring too."""
    from . import shape_room

    data = made(PART)
    for quality in ("draft", "full"):
        wishes = [{"key": key, "mesh": True, "facts": quality, "turns": [STILL]} for key in data]
        order = {"measure": wishes, "formats": [], "layers": [], "settings": {}}
        shape_room.Room().build(order, dict(data), lambda header, payload=b"": None)
    gc.collect()


def made(text=SHORT):
    """Shape -> bytes of a part that is made as a script makes it."""
    threads.use(1)
    from . import results
    from .script import Script
    from .viewer import Viewer

    environment, main, arguments = dict(os.environ), sys.modules["__main__"], list(sys.argv)
    script = Script(text, "exercise")
    module = script.run({}, lambda line: None)
    tree = results.collect(script, module, Viewer(), "required", lambda text: None)
    sent = {header["shape"]: payload for header, payload in results.frames_of(tree) if payload}
    # The first text points fontconfig at the system by variables that no worker is to inherit.
    os.environ.clear()
    os.environ.update(environment)
    sys.modules["__main__"], sys.argv[:] = main, arguments
    linecache.cache.pop("exercise", None)
    return sent
