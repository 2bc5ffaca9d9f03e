"""
One thing to do about an error (KN38). A hint looks at what was raised and at the frames it came through; it names what it
found there. The first that has something to say is the hint.
"""

import builtins
import difflib
import inspect
import os
import pkgutil
import re
import sys
import traceback
from collections import Counter

HINTS = []


def hint(found):
    HINTS.append(found)
    return found


def hint_of(error):
    raised = Raised(error)
    for one in HINTS:
        try:
            text = one(raised)
        except Exception:  # a hint is a courtesy: what it stumbles over must not hide the error
            text = None
        if text:
            return text
    return None


class Raised:
    """An error with its text and the frames it came through, the outermost first."""

    def __init__(self, error):
        self.error = error
        self.text = str(error)
        self.frames = []
        trace = error.__traceback__
        while trace is not None:
            self.frames.append(trace.tb_frame)
            trace = trace.tb_next

    def is_a(self, *kinds):
        return isinstance(self.error, kinds)

    def inside(self, *functions):
        """The innermost frame of a function of that name."""
        return next((frame for frame in reversed(self.frames) if frame.f_code.co_name in functions), None)

    def local(self, function, *names):
        frame = self.inside(function)
        if frame is None:
            return None
        return next((frame.f_locals[name] for name in names if frame.f_locals.get(name) is not None), None)

    def globals(self):
        """Names of the script itself."""
        frame = next((frame for frame in self.frames if frame.f_globals.get("__name__") == "__main__"), None)
        return frame.f_globals if frame else {}


# --- modules, names, files, rights -------------------------------------------------------------------------------------


@hint
def missing_module(raised):
    if not raised.is_a(ModuleNotFoundError) or not raised.error.name:
        return None
    name = raised.error.name.split(".")[0]
    if name in ("cadquery", "cq_warehouse"):
        return f"{name} is another library; here is build123d: from build123d import *, then Box(10, 20, 5) instead of Workplane().box(10, 20, 5)."
    near = nearest(name, modules())
    here = "Here are the standard library, build123d, numpy, scipy, sympy, ezdxf, svgpathtools and bd_warehouse."
    return f"There is no module {raised.error.name}. {f'The nearest is {near}. ' if near else ''}{here}"


@hint
def missing_member(raised):
    if not raised.is_a(ImportError) or raised.error.name not in sys.modules:
        return None
    wanted = getattr(raised.error, "name_from", None) or next(iter(re.findall(r"name '(\w+)'", raised.text)), None)
    near = wanted and nearest(wanted, dir(sys.modules[raised.error.name]))
    return f"{raised.error.name} has {near}." if near else None


@hint
def cadquery_name(raised):
    if raised.is_a(NameError) and raised.error.name in ("Workplane", "cq", "Assembly"):
        return f"{raised.error.name} is CadQuery; in build123d a body is Box(10, 20, 5), a cut is body - Cylinder(2, 5), and the top face is body.faces().sort_by(Axis.Z)[-1]."
    return None


OPENSCAD = {
    "cube": "Box(10, 20, 5), which is centred",
    "square": "Rectangle(10, 20)",
    "circle": "Circle(5)",
    "polygon": "Polygon((0, 0), (10, 0), (0, 10))",
    "translate": "Pos(10, 0, 0) * shape",
    "rotate": "Rot(0, 0, 90) * shape",
    "difference": "a - b",
    "union": "a + b",
    "intersection": "a & b",
    "linear_extrude": "extrude(sketch, amount=5)",
    "rotate_extrude": "revolve(sketch, Axis.Z)",
    "hull": "make_hull(edges)",
}


@hint
def openscad_name(raised):
    if raised.is_a(NameError) and raised.error.name in OPENSCAD:
        return f"{raised.error.name} is OpenSCAD; in build123d it is {OPENSCAD[raised.error.name]}, and the script ends with result = …"
    return None


@hint
def unknown_name(raised):
    if not raised.is_a(NameError) or not raised.error.name:
        return None
    import build123d

    name = raised.error.name
    if name in IMPORTS:
        return f"{name} is not imported: write {IMPORTS[name]} at the top."
    if hasattr(build123d, name):
        return f"{name} is in build123d: write from build123d import {name} (or *) at the top."
    near = nearest(name, {*raised.globals(), *dir(build123d), *dir(builtins)})
    return f"The nearest name there is: {near}." if near else None


IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy",
    "math": "import math",
    "copy": "import copy",
    "random": "import random",
    "os": "import os",
    "itertools": "import itertools",
    "product": "from itertools import product",
    "Path": "from pathlib import Path",
    "dataclass": "from dataclasses import dataclass",
    **{name: f"from math import {name}" for name in ("pi", "sin", "cos", "tan", "sqrt", "radians", "degrees", "atan2")},
}


@hint
def missing_file(raised):
    if not raised.is_a(FileNotFoundError):
        return None
    wanted = str(raised.error.filename or raised.text)
    here = [
        os.path.relpath(os.path.join(folder, name))
        for folder, _, names in os.walk(".")
        for name in names
        if not name.startswith(".")
    ]
    by_name = {os.path.basename(path): path for path in here}
    near = nearest(os.path.basename(wanted), by_name)
    there = f"The nearest is {by_name[near]}." if near else f"There are {', '.join(sorted(here)[:8])}." if here else ""
    return f"There is no file {wanted} in this session. {there}".strip()


@hint
def not_allowed(raised):
    if raised.is_a(OSError) and "getaddrinfo" in {frame.f_code.co_name for frame in raised.frames} | network_calls(raised):
        return NO_NETWORK
    if not raised.is_a(PermissionError):
        return None
    called = [os.path.basename(frame.filename) for frame in traceback.extract_tb(raised.error.__traceback__)]
    if "socket.py" in called:
        return NO_NETWORK
    if "subprocess.py" in called or "os.py" in called:
        return "Scripts cannot start other programs."
    return "Scripts read and write files in their own folder only; use a relative name."


NO_NETWORK = "Scripts have no network: bring what it needs as a file of the session."


def network_calls(raised):
    """Names of the functions an error came through that it was raised from."""
    reason = getattr(raised.error, "reason", None)
    trace = getattr(reason, "__traceback__", None)
    return {frame.name for frame in traceback.extract_tb(trace)} if trace else set()


@hint
def no_keyboard(raised):
    return "Write the value into the script, as a parameter." if raised.is_a(EOFError) and "keyboard" in raised.text else None


# --- how a thing is called ---------------------------------------------------------------------------------------------


@hint
def centered_keyword(raised):
    if raised.is_a(TypeError) and "keyword argument 'centered'" in raised.text:
        return "centered= is CadQuery; build123d centres by itself, and align=(Align.CENTER, Align.CENTER, Align.MIN) sets another place."
    return None


@hint
def unknown_keyword(raised):
    found = re.match(r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'", raised.text)
    if not raised.is_a(TypeError) or not found:
        return None
    import build123d

    called = getattr(build123d, found[1], raised.globals().get(found[1]))
    if called is None:
        return None
    made = called.__init__ if inspect.isclass(called) else called
    names = [name for name in inspect.signature(made).parameters if name != "self"]
    near = nearest(found[2], names)
    return f"{found[1]} takes {', '.join(names)}.{f' The nearest to {found[2]} is {near}.' if near else ''}"


@hint
def string_selector(raised):
    """`faces('>Z')` of CadQuery."""
    frame = next((frame for frame in raised.frames if isinstance(frame.f_locals.get("select"), str)), None)
    if frame is None:
        return None
    said = frame.f_locals["select"]
    axis = next((letter for letter in "XYZ" if letter in said.upper()), "Z")
    ours = {">": f".sort_by(Axis.{axis})[-1]", "<": f".sort_by(Axis.{axis})[0]", "|": f".filter_by(Axis.{axis})"}
    kind = frame.f_code.co_name if frame.f_code.co_name in KINDS else "faces"
    return f"{said!r} is CadQuery's way to select; here it is .{kind}(){ours.get(said[:1], f'.filter_by(Axis.{axis})')}."


@hint
def wrong_argument(raised):
    """A size that is none, found where a shape of the library was made."""
    for frame in raised.frames:
        made, code = frame.f_locals.get("self"), frame.f_code
        if made is None or code.co_name != "__init__" or not type(made).__module__.startswith(("build123d", "bd_warehouse")):
            continue
        for name in code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]:
            value, wanted = frame.f_locals.get(name), str(inspect.signature(type(made).__init__).parameters.get(name))
            if isinstance(value, str) and "float" in wanted:
                number = re.fullmatch(r"\s*(-?[\d.]+)\s*(mm)?\s*", value)
                return f"{name} of {type(made).__name__} is a text, {value!r}: write a number{f', {number[1]}' if number else ''} (sizes are in mm)."
            if isinstance(value, (int, float)) and value <= 0 and name in SIZES:
                return f"{name} of {type(made).__name__} is {short(value)}, and has to be more than 0."
    return None


SIZES = {"length", "width", "height", "radius", "bottom_radius", "major_radius", "minor_radius", "depth", "xsize", "ysize", "zsize"}


@hint
def place_behind(raised):
    if not raised.is_a(TypeError) or "unsupported operand" not in raised.text:
        return None
    if not re.search(r"'(Pos|Rot|Rotation|Location|Plane)'", raised.text):
        return None
    return "A place stands before what it moves, with *: Pos(10, 0, 0) * Box(1, 2, 3)."


@hint
def one_vector(raised):
    found = re.search(r"\b(translate|move|moved|locate)\(\) takes .* positional arguments", raised.text)
    return f"{found[1]} takes one place: write Pos(5, 0, 0) * shape, or shape.translate((5, 0, 0))." if found else None


@hint
def unknown_member(raised):
    if not raised.is_a(AttributeError) or not getattr(raised.error, "name", None) or raised.error.obj is None:
        return None
    kind, name = type(raised.error.obj), raised.error.name
    if kind.__name__ == "ShapeList" or not kind.__module__.startswith(("build123d", "__main__")):
        return None
    if name in JOINED and hasattr(kind, "wrapped"):
        return f"Write {JOINED[name]}."
    near = nearest(name, [one for one in dir(kind) if not one.startswith("_")])
    return f"The nearest that a {kind.__name__} has: {near}." if near else None


JOINED = {"union": "a + b", "difference": "a - b", "subtract": "a - b", "intersection": "a & b", "workplane": "Plane(shape.faces()[-1]) * Circle(2)"}

KINDS = ("vertices", "edges", "wires", "faces", "shells", "solids", "_select")


@hint
def list_as_shape(raised):
    if not raised.is_a(AttributeError) or "'ShapeList' object" not in raised.text:
        return None
    held = raised.error.obj
    if len(held) == 0:
        return selection_of(held) or "The list is empty: nothing was selected."
    return f"This is a list of {contents(held)}: take one with [0] or [-1], or loop over it."


@hint
def nothing_to_round(raised):
    """A fillet or chamfer of nothing, whatever it is that then fails."""
    for name in ("fillet", "chamfer"):
        for frame in raised.frames:
            given = next((frame.f_locals[key] for key in ("objects", "object_list") if frame.f_code.co_name == name and key in frame.f_locals), None)
            if given is not None and hasattr(given, "__len__") and len(given) == 0:
                return selection_of(given) or f"There is nothing to {name}: the selection is empty."
    return None


@hint
def empty_selection(raised):
    if not raised.is_a(IndexError):
        return None
    held = next((f.f_locals.get("self") for f in reversed(raised.frames) if f.f_code.co_name == "__getitem__"), None)
    if held is None or len(held):
        return None
    return selection_of(held) or "The list is empty: nothing was selected, so there is no first or last of it."


# --- builders ----------------------------------------------------------------------------------------------------------


@hint
def wrong_builder(raised):
    found = re.match(r"(\w+) doesn't have an? (\w+) object or operation \(\w+ applies to \[(.*)\]\)", raised.text)
    if not found:
        return None
    builder, made, homes = found[1], found[2], found[3].replace("'", "")
    twin = FLAT.get(made) if builder == "BuildSketch" else None
    if twin:
        return f"{made} is a solid, and a sketch is flat: draw {twin} here and extrude it, or use {made} in BuildPart."
    return f"{made} belongs into {homes.replace(', ', ' or ')}, and this is {builder}."


FLAT = {
    "Box": "Rectangle",
    "Cylinder": "Circle",
    "Sphere": "Circle",
    "Cone": "Trapezoid",
    "Hole": "Circle(…, mode=Mode.SUBTRACT)",
    "CounterBoreHole": "Circle(…, mode=Mode.SUBTRACT)",
    "CounterSinkHole": "Circle(…, mode=Mode.SUBTRACT)",
    "Torus": "Circle",
    "Wedge": "Trapezoid",
}


@hint
def no_builder(raised):
    if "must have an active builder context" not in raised.text:
        return None
    return "This works inside a builder: with BuildPart() as part: … Without one, join shapes with a + b and cut with a - b."


@hint
def hole_without_depth(raised):
    if "No depth provided" not in raised.text:
        return None
    return "Give the hole a depth, as Hole(2, depth=10), or use it inside with BuildPart(), where it goes through."


@hint
def nothing_to_subtract_from(raised):
    if "Nothing to subtract from" not in raised.text and "subtract shape from empty" not in raised.text:
        return None
    return "The first object has to add: there is nothing yet that Mode.SUBTRACT or - could take away from."


@hint
def how_far(raised):
    return "Say how far: extrude(sketch, amount=5)." if "Either amount or until" in raised.text else None


@hint
def nothing_to_extrude(raised):
    if raised.text != "A face or sketch must be provided":
        return None
    from build123d import BuildSketch

    for name, value in raised.globals().items():
        if isinstance(value, BuildSketch):
            if not value.sketch or not value.sketch.faces():
                return f"`{name}` is an empty sketch: draw a closed shape in it, or make_face() from its lines."
            return f"`{name}` was drawn outside this builder: write extrude({name}.sketch, amount=…)."
    return "Draw a sketch first: with BuildSketch(): … inside this builder, or extrude(Rectangle(10, 20), amount=5)."


# --- geometry ----------------------------------------------------------------------------------------------------------


@hint
def faces_rounded(raised):
    if "takes only Edges" not in raised.text:
        return None
    name = "chamfer" if "chamfer" in raised.text else "fillet"
    given = raised.local(name, "objects", "object_list")
    came = f", and {contents(given)} came" if given is not None and hasattr(given, "__len__") else ""
    return f"A {name} takes edges{came}: write .edges() behind it."


@hint
def open_outline(raised):
    if "closed wires" not in raised.text:
        return None
    wire = raised.local("__init__", "outer_wire") or next(
        (arg for arg in (raised.local("__init__", "args") or ()) if hasattr(arg, "position_at")), None
    )
    if wire is None:
        return "The outline is open: its last point has to be its first."
    start, end = wire.position_at(0), wire.position_at(1)
    gap = (end - start).length
    return f"The outline is open: it starts at {point(start)} and ends at {point(end)}, {short(gap)} mm apart. Close it, as with close=True."


@hint
def revolve_crosses(raised):
    frame = next((f for f in raised.frames if f.f_code.co_name == "revolve" and "profile_faces" in f.f_locals), None)
    if frame is None:
        return None
    axis, faces = frame.f_locals.get("axis"), list(frame.f_locals["profile_faces"])
    if axis is None or not faces:
        return "Keep the profile on one side of the axis, in a plane that holds it."
    normal = faces[0].normal_at()
    across = axis.direction.cross(normal)
    sides = [(vertex.center() - axis.position).dot(across) for face in faces for vertex in face.vertices()]
    over = min(max(sides), -min(sides)) if sides else 0
    if over <= 0:
        return "The profile has to lie in a plane that holds the axis."
    return f"The profile crosses the axis by {short(over)} mm: move it to one side."


@hint
def loft_fails(raised):
    if raised.inside("loft", "_make_loft", "make_loft") is None:
        return None
    if "More than one wire" in raised.text:
        return "A loft needs two profiles or more, each in a plane of its own."
    return "Two profiles may not lie in one plane, and each has to be a single closed outline."


@hint
def sweep_fails(raised):
    if raised.inside("sweep") is None:
        return None
    return "Let the profile stand across the start of the path (path ^ 0 gives that place), and round sharp corners or give transition=Transition.RIGHT."


@hint
def offset_fails(raised):
    frame = raised.inside("offset", "offset_3d", "offset_2d")
    if frame is None:
        return None
    amount = next((f.f_locals["amount"] for f in raised.frames if isinstance(f.f_locals.get("amount"), (int, float))), None)
    body = next((value for f in raised.frames for value in body_of(f)), None)
    if amount is None or body is None:
        return "Take a smaller amount, and openings that are whole faces of the body."
    least = min(size for size in body.bounding_box().size if size > 1e-9)
    if amount < 0 and least <= -2 * amount:
        return f"The shape is {short(least)} mm across at its least, so an offset of {short(-amount)} mm inward leaves nothing: less than {short(least / 2)} mm works."
    return f"An offset of {short(amount)} mm is more than the smallest radius takes: a smaller one works, or fillets after it."


def body_of(frame):
    """What an offset was asked of, in a frame of it."""
    for name in ("target", "objects", "object_list", "self"):
        for value in as_list(frame.f_locals.get(name)):
            if hasattr(value, "bounding_box"):
                yield value


# --- saying what there is ----------------------------------------------------------------------------------------------


def selection_of(shapes):
    """Where an empty selection came from, as `selections` noted it."""
    from . import selections

    came = selections.origin_of(shapes)
    if came is None:
        return None
    asked, before = came
    return f"{asked} kept nothing of {contents(before)}." if len(before) else f"{asked} had nothing to choose from."


def contents(shapes):
    """`12 edges: 8 lines, 4 circles`"""
    shapes = list(shapes)
    if not shapes:
        return "nothing"
    kind = type(shapes[0]).__name__.lower()
    kinds = Counter(geometry_of(shape) for shape in shapes)
    said = f"{len(shapes)} {plural(kind, len(shapes))}"
    if set(kinds) <= {None, "other"}:
        return said
    return f"{said} ({', '.join(f'{count} {plural(name, count)}' for name, count in kinds.most_common(4) if name)})"


def geometry_of(shape):
    try:
        return shape.geom_type.name.lower()
    except Exception:
        return None


def plural(word, count):
    if count == 1:
        return word
    return {"vertex": "vertices", "torus": "tori"}.get(word, f"{word}s")


def point(vector):
    return f"({', '.join(short(part) for part in (vector.X, vector.Y, vector.Z))})"


def short(number):
    return f"{number:.3f}".rstrip("0").rstrip(".") or "0"


def as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def nearest(name, names):
    found = difflib.get_close_matches(name, list(names), 1, 0.6)
    return found[0] if found else None


def modules():
    return {*sys.stdlib_module_names, *(module.name for module in pkgutil.iter_modules())}
