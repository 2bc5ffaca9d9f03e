"""
Runs every script of a list of files as build123d does and then with its steps made brisk, and prints what shapes
each left; then what vectors and places answer in both ways, to usual and to odd arguments.
"""

import hashlib
import json
import os
import random
import sys
import tempfile

from build123d import Axis, Box, Intrinsic, Location, Plane, Pos, Rotation, Vector, Vertex
from hewn_runner import brisk, errors, fonts, laid_on, results, script_room, warm
from hewn_runner.viewer import viewer
from OCP.gp import gp_Dir, gp_Pnt, gp_Trsf, gp_Vec, gp_XYZ
from OCP.TopLoc import TopLoc_Location

scripts = sys.argv[1:]
os.chdir(tempfile.mkdtemp())
os.mkdir("assets")
fonts.register()
script_room.prepare()


def left_by(path):
    warm.fix_chance()
    viewer.shown.clear()
    with open(path, "rb") as file:
        source = file.read()
    order = {"entry": "model.py", "parameters": {}, "result": "auto"}
    outcome = script_room.run({"model.py": source}, path, order, lambda line: None, lambda text, level="info": None)
    told = [[header, hashlib.sha256(payload).hexdigest()] for header, payload in results.frames_of(outcome.tree)]
    return json.dumps([told, outcome.error and outcome.error["message"]])


def number():
    return random.choice((random.uniform(-9, 9), random.randint(-9, 9), 0.0, -0.0, 1e300, 1e-300, float("inf"), True))


def arguments():
    three = (number(), number(), number())
    own = [float(part) for part in three]
    return random.choice(
        (
            (),
            three,
            three[:2],
            three[:1],
            (three,),
            (three[:2],),
            (list(three),),
            (own,),
            (Vector(*own),),
            (gp_Vec(*own),),
            (gp_Pnt(*own),),
            (gp_XYZ(*own),),
            (gp_Dir(1, 2, 3),),
            (Vertex(1, 2, 3),),
            (three[:2] + ("x",),),
            ("x",),
            (None,),
            (Box,),
            (1, "x", 2),
            (*three, 4),
        )
    )


def answers():
    random.seed(7)
    for _ in range(4000):
        given, other = arguments(), arguments()
        yield answered(lambda: Vector(*given))
        for ask in (
            lambda a, b: a + b,
            lambda a, b: a - b,
            lambda a, b: a.cross(b),
            lambda a, b: a * number(),
            lambda a, b: a / 3,
            lambda a, b: a.normalized(),
            lambda a, b: sum([a, b]),
            lambda a, b: Vector(a.to_pnt()),
            lambda a, b: a + given,
            lambda a, b: a - 1,
            lambda a, b: a.cross(None),
        ):
            yield answered(lambda: ask(Vector(*given), Vector(*other)))


def places():
    random.seed(7)
    moved = gp_Trsf()
    moved.SetTranslation(gp_Vec(1, 2, 3))
    more = ((TopLoc_Location(moved),), (moved,), (Plane.XZ,), ((1, 2, 3), (4, 5, 6)), ((1, 2, 3), 4), (Axis.X, 30), ((1, 2, 3), Intrinsic.XYZ))
    for _ in range(3000):
        kind = random.choice((Location, Rotation, Pos))
        given = random.choice((*more, *(arguments() for _ in range(12))))
        yield placed(lambda: kind(*given))
        yield placed(lambda: kind(*given) * kind(*arguments()))
    yield placed(lambda: Rotation(X=30, Z=5))
    yield placed(lambda: Location(position=(1, 2, 3)))


def placed(ask):
    try:
        place = ask()
        own = place.wrapped.Transformation()
        cells = [own.Value(row, column).hex() for row in (1, 2, 3) for column in (1, 2, 3, 4)]
        return [type(place).__name__, place.location_index, str(own.Form()), *cells, repr(place._key()), str(place)]
    except Exception as error:
        return [type(error).__name__, errors.ADDRESS.sub(r"\1", str(error))]


def answered(ask):
    try:
        vector = ask()
        own = vector.wrapped
        return [type(vector).__name__, vector.vector_index, *map(float.hex, (own.X(), own.Y(), own.Z())), str(tuple(vector))]
    except Exception as error:
        return [type(error).__name__, str(error)]


def all_of_it():
    return {path: left_by(path) for path in scripts}, list(answers()), list(places())


slow = all_of_it()
brisk.take()
laid_on.take()
quick = all_of_it()
print(json.dumps({"scripts": [[os.path.basename(path), slow[0][path], quick[0][path]] for path in scripts]}))
for name, one, other in (("vectors", slow[1], quick[1]), ("places", slow[2], quick[2])):
    print(json.dumps({"name": name, "asked": len(one), "others": [pair for pair in zip(one, other) if pair[0] != pair[1]][:9]}))
