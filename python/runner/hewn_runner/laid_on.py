"""
Parts that lie flat on one another, as letters on a plate, are fused without a search for where they cross: they cannot. OCCT calls
it glueing; what comes of it is the same to the byte, in half the time.
"""

from functools import wraps
from itertools import combinations

from build123d.topology import shape_core
from OCP.Bnd import Bnd_Box
from OCP.BOPAlgo import BOPAlgo_GlueEnum
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.BRepAlgoAPI import BRepAlgoAPI_Fuse
from OCP.BRepBndLib import BRepBndLib
from OCP.GeomAbs import GeomAbs_SurfaceType as Surface
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopExp import TopExp_Explorer
from OCP.TopoDS import TopoDS

# Boxes are larger than what is in them by their tolerance, twice that at most; flat faces that meet are equal to so much.
REACH = 1e-6
SAME = 1e-9
# With fewer faces there is nothing to gain; with more tools there is more to compare than to gain.
FACES = 40
TOOLS = 200


def take():
    """Once, before there is a script."""
    slow = shape_core.Shape._bool_op

    @wraps(slow)
    def quick(self, args, tools, operation):
        args, tools = list(args), list(tools)
        if type(operation) is BRepAlgoAPI_Fuse and lie_flat(args, tools):
            operation.SetGlue(BOPAlgo_GlueEnum.BOPAlgo_GlueShift)
        return slow(self, args, tools, operation)

    shape_core.Shape._bool_op = quick


def lie_flat(args, tools):
    """Whether all tools stand on one side of the one argument, meet it in one plane with flat ends, and are clear of each other."""
    if len(args) != 1 or not 0 < len(tools) <= TOOLS:
        return False
    shapes = [getattr(shape, "_wrapped", None) for shape in (*args, *tools)]
    if not all(map(is_body, shapes)) or sum(map(count_faces, shapes)) < FACES:
        return False
    base, *others = map(box_of, shapes)
    planes = ((axis, side) for axis in range(3) for side in (1, 0) if all(is_beyond(box, base, axis, side) for box in others))
    axis, side = next(planes, (None, None))
    if axis is None or any(not is_clear(a, b) for a, b in combinations(others, 2)):
        return False
    meets = [level for shape in shapes for level in levels(shape, axis, base[side][axis])]
    return None not in meets and bool(meets) and max(meets) - min(meets) <= SAME


def is_body(shape):
    kinds = (Kind.TopAbs_SOLID, Kind.TopAbs_COMPOUND)
    return shape is not None and shape.ShapeType() in kinds and TopExp_Explorer(shape, Kind.TopAbs_SOLID).More()


def count_faces(shape):
    found, faces = 0, TopExp_Explorer(shape, Kind.TopAbs_FACE)
    while faces.More():
        found += 1
        faces.Next()
    return found


def is_beyond(box, base, axis, side):
    """On the upper (1) or lower (0) side of another, or touching it there."""
    return box[0][axis] >= base[1][axis] - REACH if side else box[1][axis] <= base[0][axis] + REACH


def is_clear(a, b):
    return any(a[1][axis] < b[0][axis] or b[1][axis] < a[0][axis] for axis in range(3))


def levels(shape, axis, level):
    """Where the flat faces lie that reach this level; None for one that reaches it otherwise than with upright sides."""
    faces = TopExp_Explorer(shape, Kind.TopAbs_FACE)
    while faces.More():
        face = TopoDS.Face(faces.Current())
        faces.Next()
        surface = BRepAdaptor_Surface(face, False)
        along, at = stands(surface, axis)
        if along == 1 and abs(at - level) <= REACH:
            yield at
        elif along not in (0, 1):
            low, high = box_of(face)
            if low[axis] - REACH <= level <= high[axis] + REACH:
                yield None


def stands(surface, axis):
    """(1, level) flat across the axis, (0, None) along it, (None, None) otherwise."""
    match surface.GetType():
        case Surface.GeomAbs_Plane:
            plane = surface.Plane()
            share = abs(plane.Axis().Direction().Coord(axis + 1))
            return (1, plane.Location().Coord(axis + 1)) if share > 1 - SAME else (0 if share < SAME else None, None)
        case Surface.GeomAbs_Cylinder:
            share = abs(surface.Cylinder().Axis().Direction().Coord(axis + 1))
        case Surface.GeomAbs_SurfaceOfExtrusion:
            share = abs(surface.Direction().Coord(axis + 1))
        case _:
            return None, None
    return (0 if share > 1 - SAME else None), None


def box_of(shape):
    box = Bnd_Box()
    BRepBndLib.Add_s(shape, box, False)
    low, high = box.CornerMin(), box.CornerMax()
    return (low.X(), low.Y(), low.Z()), (high.X(), high.Y(), high.Z())
