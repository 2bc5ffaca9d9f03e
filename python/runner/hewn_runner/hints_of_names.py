"""Modules, names, files and rights that a script asked for and that are not there (KN38)."""

import builtins
import os
import pkgutil
import re
import sys
import traceback

from .hinting import hint, nearest


@hint
def missing_module(raised):
    if not raised.is_a(ModuleNotFoundError) or not raised.error.name:
        return None
    name = raised.error.name.split(".")[0]
    if name in ("cadquery", "cq_warehouse"):
        return f"{name} is another library; here is build123d: from build123d import *, then Box(10, 20, 5) instead of Workplane().box(10, 20, 5)."
    # Of modules a part of the name says nothing: gridfinity_build123d is not build123d.
    near = nearest(name, modules(), 0.8)
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
def function_as_method(raised):
    import build123d

    error = raised.error
    if not raised.is_a(AttributeError) or not isinstance(error.obj, (build123d.Shape, build123d.Builder)):
        return None
    wanted = getattr(build123d, error.name, None) if error.name else None
    if not callable(wanted) or isinstance(wanted, type):
        return None
    return f"{error.name} is a function: write {error.name}(shape, …), with the shape first."


@hint
def endless_calls(raised):
    return "A function calls itself without an end: give it a case in which it returns." if raised.is_a(RecursionError) else None


@hint
def unknown_name(raised):
    if not raised.is_a(NameError) or not raised.error.name:
        return None
    import build123d

    name = raised.error.name
    if name in IMPORTS:
        return f"{name} is not imported: write {IMPORTS[name]} at the top."
    if hasattr(build123d, name):
        star = " (or *)" if name in build123d.__all__ else ""
        return f"{name} is in build123d: write from build123d import {name}{star} at the top."
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


def modules():
    return {*sys.stdlib_module_names, *(module.name for module in pkgutil.iter_modules())}
