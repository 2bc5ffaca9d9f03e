"""Whatever a script left, as a tree of named shapes (KN33, KN34)."""

from dataclasses import dataclass, field
from types import GeneratorType

from build123d import Axis, Builder, Color, Edge, Face, Joint, Location, Plane, Shape, Vector, Vertex, Wire
from build123d.topology import Compound
from OCP.BRep import BRep_Builder
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopLoc import TopLoc_Location
from ocp_vscode.image_face import ImageFace
from OCP.TopoDS import TopoDS_Compound, TopoDS_Iterator, TopoDS_Shape

DEPTH = 32
HOLDERS = ("wrapped", "part", "sketch", "line", "shape", "solid", "obj")
KINDS = {
    Kind.TopAbs_COMPSOLID: "solid",
    Kind.TopAbs_SOLID: "solid",
    Kind.TopAbs_SHELL: "surface",
    Kind.TopAbs_FACE: "surface",
    Kind.TopAbs_WIRE: "curve",
    Kind.TopAbs_EDGE: "curve",
    Kind.TopAbs_VERTEX: "point",
}
DIMENSIONS = ("solid", "surface", "curve", "point")


@dataclass
class Item:
    """A group has children, a leaf has a shape and the absolute location it lies at."""

    name: str
    kind: str
    shape: TopoDS_Shape | None = None
    location: TopLoc_Location | None = None
    color: str | None = None
    opacity: float | None = None
    children: list = field(default_factory=list)
    aside: bool = False
    visible: bool = True
    line: int | None = None


def items_of(value, namer, given=None, variable=None, depth=0):
    """
    The items of one value; an empty list when there is nothing of a shape in it.
    namer      object -> the variable that holds it, or None
    given      the name it was given on purpose, as by a dict's key; before the shape's own label
    variable   the variable that holds it; after the label (KN35)
    """
    if value is None or depth > DEPTH or isinstance(value, (str, bytes, int, float, bool)):
        return []
    variable = variable or namer(value)
    if isinstance(value, dict):
        return [item for key, part in value.items() for item in items_of(part, namer, str(key), depth=depth + 1)]
    if isinstance(value, (list, tuple, set, frozenset, GeneratorType)):
        return [item for part in value for item in items_of(part, namer, given, depth=depth + 1)]
    if isinstance(value, Builder):
        return items_of(value._obj, namer, given, variable, depth + 1)
    if isinstance(value, Shape):
        return from_shape(value, given, variable, TopLoc_Location())
    if isinstance(value, TopoDS_Shape):
        return from_topods(value, given or variable or type(value).__name__[7:], TopLoc_Location(), None, None)
    helper = helper_of(value)
    if helper is not None:
        found = from_shape(helper, given or variable or type(value).__name__, None, TopLoc_Location())
        for item in found:
            item.aside = True
        return found
    for attribute in HOLDERS:
        held = getattr(value, attribute, None)
        if held is not None and held is not value and not callable(held):
            found = items_of(held, namer, given, variable, depth + 1)
            if found:
                return found
    return []


def is_shape(value):
    """Whether show_all and module-level results take it: shapes and builders, or lists of them; not helpers."""
    if isinstance(value, (list, tuple)):
        return bool(value) and all(is_shape(part) for part in value)
    if isinstance(value, Builder):
        return getattr(value._obj, "_wrapped", None) is not None
    return isinstance(value, TopoDS_Shape) or (
        isinstance(value, Shape) and getattr(value, "_wrapped", None) is not None
    )


def is_made(value):
    """Whether it is a shape, or has one in it, that is no more than a face, an edge or a corner chosen of another."""
    if isinstance(value, (list, tuple, dict)):
        return any(map(is_made, value.values() if isinstance(value, dict) else value))
    is_chosen = isinstance(value, (Face, Wire, Edge, Vertex)) and bool(value.topo_path)
    return is_shape(value) and not is_chosen


def from_shape(shape, given, variable, above):
    """A build123d shape; one with children is a group, and its location carries them."""
    if getattr(shape, "_wrapped", None) is None:
        return []
    name = given or shape.label or variable or type(shape).__name__
    color, opacity = paint(getattr(shape, "color", None))
    if isinstance(shape, Compound) and shape.children:
        here = above * shape.wrapped.Location()
        children = [item for child in shape.children for item in from_shape(child, None, None, here)]
        return [Item(name, "group", color=color, opacity=opacity, children=children)] if children else []
    return from_topods(shape.wrapped, name, above, color, opacity)


def from_topods(shape, name, above, color, opacity):
    parts = by_dimension(shape)
    if not parts:
        return []
    if len(parts) == 1:
        kind = next(iter(parts))
        location = above * shape.Location()
        return [Item(name, kind, shape.Located(TopLoc_Location()), location, color, opacity)]
    children = []
    for kind in DIMENSIONS:
        if kind in parts:
            compound = TopoDS_Compound()
            builder = BRep_Builder()
            builder.MakeCompound(compound)
            for part in parts[kind]:
                builder.Add(compound, part)
            children.append(Item(f"{name} {kind}s", kind, compound, TopLoc_Location(above), color, opacity))
    return [Item(name, "group", color=color, opacity=opacity, children=children)]


def by_dimension(shape):
    """Kind -> the parts of that kind, placed; compounds are looked into."""
    parts = {}
    if shape.IsNull():
        return parts
    waiting = [shape]
    while waiting:
        part = waiting.pop(0)
        if part.ShapeType() == Kind.TopAbs_COMPOUND:
            iterator = TopoDS_Iterator(part)
            while iterator.More():
                waiting.append(iterator.Value())
                iterator.Next()
        else:
            parts.setdefault(KINDS[part.ShapeType()], []).append(part)
    return parts


def helper_of(value):
    """Locations, planes, axes, vectors and joints can be shown; they are drawn and are no part of the design."""
    if isinstance(value, Joint):
        return value.symbol
    if isinstance(value, Plane):
        return Face.make_rect(20, 20, value)
    if isinstance(value, Axis):
        return Edge.make_line(value.position, value.position + value.direction * 20)
    if isinstance(value, Location):
        return Compound.make_triad(10).moved(value)
    if isinstance(value, Vector):
        return Vertex(value.X, value.Y, value.Z)
    if isinstance(value, ImageFace):
        return value.outline
    return None


def paint(color):
    """(#rrggbb, opacity): what build123d says in sRGB, or anything its Color understands."""
    if color is None:
        return None, None
    if isinstance(color, (tuple, list)) and len(color) > 2 and all(isinstance(part, (int, float)) for part in color):
        if max(color[:3]) > 1:  # 0–255, as other programs write it
            color = (*(part / 255 for part in color[:3]), *color[3:4])
    try:
        parts = tuple(color if isinstance(color, Color) else Color(color))
    except Exception:
        try:
            parts = tuple(Color(*color))
        except Exception:
            return None, None
    red, green, blue, alpha = (
        min(1.0, max(0.0, float(part))) for part in (*parts[:3], parts[3] if len(parts) > 3 else 1.0)
    )
    text = "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))
    return text, (round(alpha, 3) if alpha < 1 else None)


def describe(value):
    """What a value is, for the sentence that says it is not a shape."""
    text = repr(value) if isinstance(value, (str, int, float, bool, bytes)) else ""
    if len(text) > 60:
        text = text[:59] + "…"
    kind = {"str": "a string", "int": "a number", "float": "a number", "bool": "True or False", "dict": "a dict"}
    name = type(value).__name__
    return f"{kind.get(name, f'an object of type {name}')}{f': {text}' if text else ''}"
