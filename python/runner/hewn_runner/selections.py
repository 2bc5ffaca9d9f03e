"""
Remembers where an empty selection came from, so that an error about it can say so (KN38), and says aloud when a cut or a
common part meets nothing, or a loft encloses nothing. Laid over build123d in a script's worker only; what it adds is a note, never
another result, and an error where OCCT gives back what it was asked to offset as it was.
"""

import functools

from . import hinting

CHECKED = 200
NEAR = 1e-6
SAME = 1e-9
COVERED = "the cut left nothing: what is taken away covers the whole part."
# Why the last shape of nothing is one.
emptied = [None]


def watch(note, line_of):
    """`note(text, level)` tells the person; `line_of()` is the line of the script that is running."""
    from build123d import ShapeList, Solid
    from build123d.topology.shape_core import Shape

    for name in ("filter_by", "filter_by_position"):
        setattr(ShapeList, name, remembering(name, getattr(ShapeList, name)))
    for name in ("sort_by", "sort_by_distance", "group_by"):
        setattr(ShapeList, name, passing_on(getattr(ShapeList, name)))
    Shape._bool_op = telling(Shape._bool_op, note, line_of)
    Solid.offset_3d = insisting(Solid.offset_3d)
    Solid.make_loft = classmethod(telling_of_flat(Solid.make_loft.__func__, note, line_of))


def remembering(name, plain):
    @functools.wraps(plain)
    def chosen(self, *given, **options):
        kept = plain(self, *given, **options)
        if len(kept) == 0:
            kept._hewn_origin = (f"{name}({', '.join(said(value) for value in given)})", list(self))
        return kept

    return chosen


def passing_on(plain):
    """Sorted or grouped, an empty selection is still the same one."""

    @functools.wraps(plain)
    def chosen(self, *given, **options):
        kept = plain(self, *given, **options)
        if len(self) == 0 and origin_of(self):
            kept._hewn_origin = self._hewn_origin
        return kept

    return chosen


def origin_of(shapes):
    return getattr(shapes, "_hewn_origin", None)


def said(value):
    text = getattr(value, "name", None)
    if text is not None and type(value).__name__ in ("GeomType", "SortBy"):
        return f"{type(value).__name__}.{text}"
    if type(value).__name__ == "Axis":
        found = next((axis for axis in "XYZ" if abs(getattr(value.direction, axis)) > 1 - NEAR), None)
        return f"Axis.{found}" if found else "an axis"
    return str(value) if isinstance(value, (int, float, str)) else "…"


def telling(plain, note, line_of):
    counted = [0]

    @functools.wraps(plain)
    def done(self, args, tools, operation):
        args, tools = list(args), list(tools)
        result = plain(self, args, tools, operation)
        counted[0] += 1
        if counted[0] <= CHECKED:
            text = told(type(operation).__name__, args, tools, result)
            if text:
                emptied[0] = text if is_empty(result) else None
                note(f"Line {line_of()}: {text}", "warning")
        return result

    return done


def insisting(plain):
    """OCCT answers an offset that is too large for a body with the body as it was, and no error."""

    @functools.wraps(plain)
    def offset_3d(self, openings, thickness, *more, **options):
        openings = list(openings or ())
        made = plain(self, openings, thickness, *more, **options)
        if thickness and abs(made.volume - self.volume) <= SAME * abs(self.volume):
            raise ValueError(f"An offset of {hinting.short(thickness)} mm left the body as it was")
        return made

    return offset_3d


def telling_of_flat(plain, note, line_of):
    @functools.wraps(plain)
    def make_loft(cls, *given, **options):
        made = plain(cls, *given, **options)
        if abs(made.volume) < NEAR:
            note(f"Line {line_of()}: the loft encloses nothing: its profiles lie in one plane. Move each into a plane of its own, as Pos(0, 0, 20) * Circle(5).", "warning")
        return made

    return make_loft


def told(kind, args, tools, result):
    if kind not in ("BRepAlgoAPI_Cut", "BRepAlgoAPI_Common") or not args or not tools:
        return None
    gap = gap_between(args, tools)
    if kind == "BRepAlgoAPI_Cut":
        if gap is not None and gap > NEAR:
            return f"the cut changed nothing: the two are {hinting.short(gap)} mm apart."
        if is_empty(result):
            return COVERED
    elif gap is not None and gap > NEAR:
        return f"the common part is empty: the two are {hinting.short(gap)} mm apart."
    return None


def is_empty(result):
    """Whether there is no corner in it."""
    from OCP.TopAbs import TopAbs_ShapeEnum
    from OCP.TopExp import TopExp_Explorer

    try:
        return result._wrapped is None or not TopExp_Explorer(result._wrapped, TopAbs_ShapeEnum.TopAbs_VERTEX).More()
    except Exception:
        return False


def gap_between(some, others):
    """Distance of the two groups' boxes, or None where they touch. [Two boxes: 0.1 ms.]"""
    try:
        one, other = box_of(some), box_of(others)
        return None if one.IsVoid() or other.IsVoid() or not one.IsOut(other) else one.Distance(other)
    except Exception:
        return None


def box_of(shapes):
    from OCP.Bnd import Bnd_Box
    from OCP.BRepBndLib import BRepBndLib

    box = Bnd_Box()
    for shape in shapes:
        if getattr(shape, "_wrapped", None) is not None:
            BRepBndLib.Add_s(shape.wrapped, box, False)
    return box
