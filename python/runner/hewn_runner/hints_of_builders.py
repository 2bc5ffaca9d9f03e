"""What belongs where in builders (KN38)."""

import re

from .hinting import hint


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
