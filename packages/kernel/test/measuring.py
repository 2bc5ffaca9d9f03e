"""Measures generated parts in one process and prints what was found beside closed formulas and OCCT's own answers."""

import json
import math
import os
import sys

import numpy as np
from build123d import *
from hewn_runner import brep, extent, mesh, pairs, reaches, shape_room, tables, threads, topology, walls

seed = int(sys.argv[1])
rng = np.random.default_rng(seed)
# As the warm parent has it before it is forked.
threads.use(1)
IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1]


def measured(shape, quality="full"):
    shape = getattr(shape, "wrapped", shape)
    return shape_room.Measured(brep.from_bytes(brep.to_bytes(shape)), {"facts": quality, "turns": [IDENTITY]})


def told(name, **values):
    print(json.dumps({"name": name, **values}))


def by_kind(found, kind):
    return [fact for fact in found if fact["kind"] == kind]


def anywhere(shape):
    return Pos(*rng.uniform(-50, 50, 3)) * Rot(*rng.uniform(-180, 180, 3)) * shape


def cut_anyhow(round_one):
    """Cut by a plane from anywhere; OCCT itself makes an invalid shape of some, and those say nothing about measuring."""
    while True:
        shape = round_one - Rot(*rng.uniform(-180, 180, 3)) * Pos(0, 0, 4) * Box(60, 60, 8)
        if shape.is_valid:
            return shape


box = Box(40, 30, 20)
hull = box - Pos(0, 0, 5) * Box(30, 20, 20)
SHAPES = {
    "torus": Torus(20, 5),
    "ball": Sphere(5),
    "hollow ball": Sphere(5) - Sphere(4),
    "cone": Cone(10, 5, 12),
    "tip": Cone(10, 0, 12),
    "cross": Box(20, 20, 20) - Cylinder(4, 20) - Rot(0, 90, 0) * Cylinder(2, 20),
    "fillets": fillet(Box(20, 20, 20).edges(), 3),
    "mirrored": mirror(Pos(5, 5, 5) * Cone(10, 5, 12) - Pos(5, 5, 5) * Cylinder(2, 20), Plane.YZ),
    "ellipse": extrude(Ellipse(10, 5), 4),
    "loft": loft([Rectangle(10, 10).face(), Pos(0, 0, 10) * Circle(4).face()]),
    "letters": extrude(Text("86", 20), 2),
    "window": Cylinder(10, 30) - Cylinder(8, 30) - Pos(10, 0, 0) * Box(10, 4, 6),
    "cut torus": cut_anyhow(Torus(20, 5)),
    "cut ball": cut_anyhow(Sphere(9)),
}
for name, shape in SHAPES.items():
    one = measured(anywhere(shape))
    volume = tables.volume_of(one.topology.shape)
    # A fine mesh reaches as far as the shape does.
    fine = mesh.mesh(one.topology, 0.002, 0.05)
    reach = np.array(mesh.reach(fine, np.eye(3)))
    corners = fine.positions[fine.triangles].astype("f8")
    cones = np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) / 6
    centre = (cones[:, None] * corners.sum(1) / 4).sum(0) / cones.sum()
    told(
        "shape",
        shape=name,
        volume=abs(one.volume - volume) / volume,
        centre=float(np.abs(centre - one.body()[2:]).max()),
        extent=float(np.abs(np.array(one.box) - reach).max()),
        closed=one.verdict["closed"],
        bare=one.mesh.bare,
        valid=one.invalid,
    )

# Faces that are flat, ruled or round end at their edges, however they are turned.
for name in ("cone", "cross", "ellipse", "letters", "window", "loft"):
    one = measured(anywhere(SHAPES[name]))
    turn = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    turn *= np.sign(np.linalg.det(turn))
    moved = [extent.optimal(face.Moved(extent.as_location(turn))) for face in one.topology.faces]
    told_of = reaches.reaches_of(one.topology, one.edges, turn)["boxes"]
    told("reaches", shape=name, off=float(np.abs(np.array(moved) - np.array(told_of)).max()))
many = Box(200, 200, 5) - GridLocations(9, 9, 20, 20) * Cylinder(2, 5)
told("too many", reaches=len(by_kind(measured(many).facts(np.eye(3))[1], "reaches")))

# Two patches of a ball made 2 mm thick: the sides are cones to its middle, which is also the middle of all corners, and
# enclose nothing there. OCCT's own exact integral of this takes minutes.
ball, square = Solid.make_sphere(50, angle1=-90), Face.make_rect(20, 20, Plane.ZX.offset(-80))
shells = Compound([Solid.thicken(face, 2) for face in square.project_to_shape(ball, Vector(0, 1, 0))])
one = measured(anywhere(shells))
areas = sorted(face.area for face in shells.faces().filter_by(GeomType.SPHERE))
exact = (sum(areas[2:]) * 52 - sum(areas[:2]) * 50) / 3
told("shells", off=abs(one.volume - exact) / exact)

# Four blocks in a row, three pairs near each other, and never time for more than one.
row = [{"n": n, "key": 0, "placement": [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 12 * n, 0, 0, 1]} for n in range(4)]
known, steps = [], []
for _ in range(4):
    found = list(pairs.pairs_of(row, {0: Box(10, 10, 10).wrapped}, known, patience=0))
    known += [(pair["a"], pair["b"]) for pair in found if "a" in pair]
    steps.append([[pair.get("clearance"), pair.get("left")] for pair in found])
told("pairs", steps=steps, known=known)

FEATURES = {
    "one edge": (fillet(box.edges().filter_by(Axis.Z)[:1], 3), [["fillet", 3, 1]]),
    "every edge": (fillet(box.edges(), 3), [["fillet", 3, 1]]),
    "two sizes": (
        fillet(fillet(box.edges().filter_by(Axis.Z), 5).faces().sort_by(Axis.Z)[-1].edges(), 1),
        [["fillet", 1, 1], ["fillet", 5, 4]],
    ),
    "rim of a hole": (
        fillet((box - Cylinder(5, 20)).edges().filter_by(GeomType.CIRCLE).sort_by(Axis.Z)[-1:], 1),
        [["fillet", 1, 1]],
    ),
    "inside": (fillet(hull.edges().filter_by(Axis.Z), 2), [["fillet", 2, 8]]),
    "a chamfer": (chamfer(box.edges().filter_by(Axis.Z)[:1], 3), [["chamfer", 3, 1]]),
    "around the top": (chamfer(box.faces().sort_by(Axis.Z)[-1].edges(), 2), [["chamfer", 2, 1]]),
    "a shaft": (chamfer(Cylinder(10, 40).edges().filter_by(GeomType.CIRCLE), 1.5), [["chamfer", 1.5, 2]]),
    "a countersink": (Box(30, 30, 10) - Cylinder(2, 10) - Pos(0, 0, 4) * Cone(2, 4, 2), []),
    "a hexagon": (extrude(RegularPolygon(10, 6), 20), []),
    "an octagon": (extrude(RegularPolygon(10, 8), 20), []),
    "a slot": (extrude(SlotOverall(40, 10), 5), []),
    "a peg": (Cylinder(5, 10), []),
}
for name, (shape, expected) in FEATURES.items():
    found = [[fact["kind"], fact["radius"], fact["count"]] for fact in measured(anywhere(shape)).features]
    told("feature", shape=name, found=found, expected=expected)

# Plates with holes of every sort in random places, turned anywhere: closed formulas are the judge.
for _ in range(6):
    places = [(x, y) for x in range(-60, 61, 30) for y in range(-30, 31, 30)]
    chosen = [places[index] for index in rng.choice(len(places), 6, replace=False)]
    plate, expected, removed = Box(160, 100, 12), [], 0.0
    for place, sort in zip(chosen, ("plain", "blind", "counterbore", "countersink", "drilled", "plain")):
        r, depth = float(rng.uniform(1.5, 4)), float(rng.uniform(4, 8))
        head = r + float(rng.uniform(1, 3))
        at = Pos(*place, 6)
        down = lambda radius, deep, start=0: at * Pos(0, 0, -start - deep / 2) * Cylinder(radius, deep)
        if sort in ("plain", "counterbore", "countersink"):
            plate -= down(r, 12)
            removed += math.pi * r**2 * 12
        if sort == "counterbore":
            plate -= down(head, 3)
            removed += math.pi * (head**2 - r**2) * 3
            expected.append([2 * r, 12, True, sort, 2 * head, 3, None])
        elif sort == "countersink":
            deep = head - r
            plate -= at * Pos(0, 0, -deep / 2) * Cone(r, head, deep)
            removed += math.pi * deep / 3 * (head**2 + head * r + r**2) - math.pi * r**2 * deep
            expected.append([2 * r, 12, True, sort, 2 * head, None, 90])
        elif sort == "plain":
            expected.append([2 * r, 12, True, sort, None, None, None])
        else:
            plate -= down(r, depth)
            removed += math.pi * r**2 * depth
            if sort == "drilled":
                plate -= at * Pos(0, 0, -depth - r / 2) * Cone(0, r, r)
                removed += math.pi * r**3 / 3
            expected.append([2 * r, depth, False, "plain", None, None, None])
    one = measured(anywhere(plate))
    found = []
    for hole in one.holes:
        rim = hole.get("head", {})
        found.append(
            [hole["diameter"], hole["depth"], hole["through"], hole["entry"]]
            + [rim.get("diameter"), rim.get("depth"), rim.get("angle")]
        )
    through = sum(1 for hole in expected if hole[2])
    told("plate", found=sorted(found, key=str), expected=sorted(expected, key=str), openings=[one.openings, through])
    told("mass", volume=abs(one.volume - (160 * 100 * 12 - removed)))

# Equal bytes give equal blobs, whatever was meshed before.
part = fillet(Box(20, 20, 20).edges(), 3)
told("blob", equal=measured(part).blob() == measured(part).blob())

# The thinnest wall: exact between flat and round faces, wherever the part lies.
holed = Box(60, 20, 10)
for x in (-20, -11, 0, 26.5):
    holed -= Pos(x, 0, 0) * Cylinder(2.5, 10)
rounded_tray = fillet(Box(60, 40, 20).edges().filter_by(Axis.Z), 8)
WALLS = {
    "block": (Box(40, 20, 10), 10),
    "rod": (Cylinder(5, 30), 10),
    "ball": (Sphere(7), 14),
    "ring": (Torus(20, 4), 8),
    "tube": (Cylinder(10, 30) - Cylinder(8, 30), 2),
    "tube off its middle": (Cylinder(10, 30) - Pos(1, 0, 0) * Cylinder(8, 30), 1),
    "pocket": (Box(40, 40, 10) - Pos(0, 0, 1) * Box(30, 30, 8.1), 1.95),
    "hole near an edge": (holed, 1),
    "holes side by side": (holed - Pos(26.5, 0, 0) * Cylinder(2.6, 10) & Pos(-15, 0, 0) * Box(30, 20, 10), 4),
    "holes that pass each other": (Box(20, 20, 20) - Pos(0, 4, 0) * Rot(0, 90, 0) * Cylinder(2, 20) - Pos(0, -1.5, 0) * Cylinder(2, 20), 1.5),
    "tray with round corners": (offset(rounded_tray, -2.5, openings=rounded_tray.faces().sort_by(Axis.Z)[-1:]), 2.5),
    "shell round on every side": (fillet(Box(60, 40, 30).edges(), 5) - fillet(Box(57, 37, 27).edges(), 3.5), 1.5),
    "rounded block": (fillet(Box(40, 20, 10).edges(), 3), 10),
    "chamfered block": (chamfer(Box(40, 20, 10).edges(), 2), 10),
    "two in one": (Compound([Box(10, 10, 3), Pos(0, 0, 20) * Box(10, 10, 7)]), 3),
    "cone": (Cone(10, 0, 20), None),
}
for name, (shape, expected) in WALLS.items():
    told("wall", shape=name, found=walls.thinnest(measured(anywhere(shape) if expected != 3 else shape)), expected=expected)
try:
    walls.thinnest(measured(Torus(20, 4)), until=0)
except TimeoutError:
    told("no time", ended=True)


def at_work(task):
    """How many threads ran for more than a millisecond of it."""
    before = ran()
    task()
    return sum(1 for thread, spent in ran().items() if spent - before.get(thread, 0) > 1e6)


def ran():
    """Thread of this process -> nanoseconds it has had."""
    times = {}
    for thread in os.listdir("/proc/self/task"):
        with open(f"/proc/self/task/{thread}/schedstat") as line:
            times[thread] = int(line.read().split()[0])
    return times


# A pool that was made for one thread and is given two: more than once, since where much else runs the first may be done
# before the second is awake.
sieve = topology.Topology((Box(60, 60, 5) - GridLocations(6, 6, 9, 9) * Cylinder(2, 5)).wrapped)
if os.path.isdir("/proc/self/task"):
    alone = max(at_work(lambda: mesh.mesh(sieve, 0.02)) for _ in range(2))
    threads.use(2)
    told("threads", alone=alone, together=max(at_work(lambda: mesh.mesh(sieve, 0.02)) for _ in range(10)))
