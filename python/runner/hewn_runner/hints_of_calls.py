"""How a thing is called: keywords, arguments, selections (KN38)."""

import inspect
import re

from .hinting import contents, hint, nearest, selection_of, short


@hint
def centered_keyword(raised):
    if raised.is_a(TypeError) and "keyword argument 'centered'" in raised.text:
        return "centered= is CadQuery; build123d centres by itself, and align=(Align.CENTER, Align.CENTER, Align.MIN) sets another place."
    return None


@hint
def unknown_keyword(raised):
    found = re.match(r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'", raised.text)
    names = taken_by(raised, found)
    if not names:
        return None
    near = nearest(found[2], names)
    return f"{found[1]} takes {', '.join(names)}.{f' The nearest to {found[2]} is {near}.' if near else ''}"


@hint
def missing_argument(raised):
    found = re.match(r"(\w+)(?:\.__init__)?\(\) missing \d+ required positional arguments?: (.*)", raised.text)
    names = taken_by(raised, found)
    if not names:
        return None
    asked = found[2].replace("'", "")
    return f"{found[1]} needs {asked} as well; it takes {', '.join(names)}, in this order."


def taken_by(raised, found):
    """The parameters of the function or class that a TypeError names first; none where nothing is known by that name."""
    if not raised.is_a(TypeError) or not found:
        return []
    import build123d

    called = getattr(build123d, found[1], raised.globals().get(found[1]))
    if called is None:
        return []
    made = called.__init__ if inspect.isclass(called) else called
    return [name for name in inspect.signature(made).parameters if name != "self"]


@hint
def plane_by_name(raised):
    """`mirror(shape, 'XY')`"""
    if not raised.is_a(AttributeError) or not isinstance(getattr(raised.error, "obj", None), str):
        return None
    said = raised.error.obj.upper().lstrip("-")
    if said in ("XY", "XZ", "YZ", "YX", "ZX", "ZY"):
        return f"{raised.error.obj!r} is a text: write Plane.{said}."
    return f"{raised.error.obj!r} is a text: write Axis.{said}." if said in ("X", "Y", "Z") else None


@hint
def no_shape_joined(raised):
    """`shape + (5, 0, 0)`"""
    if not raised.is_a(AttributeError) or "get_top_level_shapes" not in raised.text:
        return None
    frame = raised.inside("__add__", "__radd__", "__sub__", "__and__")
    other = raised.error.obj if frame is None else frame.f_locals.get("other")
    what = "a number" if isinstance(other, (int, float)) else f"of type {type(other).__name__}"
    return f"Only shapes are joined by +, cut by - and & : one of these is {what}. A place goes before a shape: Pos(5, 0, 0) * shape."


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
def filter_by_text(raised):
    """`edges().filter_by('Z')`"""
    said = raised.local("filter_by", "filter_by")
    if not isinstance(said, str):
        return None
    axis = next((letter for letter in "XYZ" if letter in said.upper()), "Z")
    return f"{said!r} is a text: write filter_by(Axis.{axis}), filter_by(GeomType.CIRCLE) or filter_by(lambda shape: …)."


@hint
def nothing_given_back(raised):
    """`make() - Box(1, 1, 1)`, where `make` has no return"""
    if not raised.is_a(TypeError, AttributeError) or "'NoneType'" not in raised.text:
        return None
    return "One of these is None: a function gives back what stands behind return, and a method that changes a thing gives back nothing."


@hint
def no_size_to_round(raised):
    for name, *keys in (("fillet", "radius"), ("chamfer", "length", "length2")):
        for frame in raised.frames:
            given = [frame.f_locals.get(key) for key in keys] if frame.f_code.co_name == name else []
            wrong = next((value for value in given if isinstance(value, (int, float)) and value <= 0), None)
            if wrong is not None:
                return f"The size of a {name} is {short(wrong)} here, and has to be more than 0."
    return None


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
