"""SVG in millimetres, 1:1: what is seen of a design from four sides, with hidden lines and its sizes, or a sketch as it lies (KN62)."""

from xml.sax.saxutils import quoteattr

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.BRepLib import BRepLib
from OCP.GCPnts import GCPnts_TangentialDeflection
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.gp import gp_Ax2, gp_Dir, gp_Pnt
from OCP.HLRAlgo import HLRAlgo_Projector
from OCP.HLRBRep import HLRBRep_Algo, HLRBRep_HLRToShape
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopoDS import TopoDS

from . import dimensions, matrix
from .section import cut
from .topology import parts

# Towards the eye, and to the right of it.
VIEWS = {
    "front": ((0, -1, 0), (1, 0, 0)),
    "top": ((0, 0, 1), (1, 0, 0)),
    "right": ((1, 0, 0), (0, 1, 0)),
    "iso": ((1, -1, 1), (1, 1, 0)),
}
# Where each stands: column and row, third angle with the front below the top.
PLACES = {"top": (0, 0), "iso": (1, 0), "front": (0, 1), "right": (1, 1)}
GAP = 10.0
DEFLECTION, ANGLE = 0.005, 0.1
SEEN = ("VCompound", "Rg1LineVCompound", "OutLineVCompound")
HIDDEN = ("HCompound", "OutLineHCompound")


def write_svg(layers, shapes, section=None):
    """
    layers   leaves of the design with `name`, `key`, `placement`, `color?`
    shapes   key -> TopoDS_Shape
    section  {axis, at}: what that plane cuts, instead of what is seen; None where it cuts nothing
    """
    if section is not None:
        outlines = [[curve_points(edge)[:, :2] for edge in parts(flat, Kind.TopAbs_EDGE)] for flat in cut(layers, shapes, section)]
        return sheet(layers, {"section": [(lines, []) for lines in outlines]}).encode() if any(outlines) else None
    placed = [shapes[layer["key"]].Moved(matrix.to_location(layer["placement"])) for layer in layers]
    flat = not any(parts(shape, Kind.TopAbs_FACE) for shape in placed) or all(is_sketch(shape) for shape in placed)
    views = {"top": VIEWS["top"]} if flat else VIEWS
    drawn = {name: project(placed, *view) for name, view in views.items()}
    # A sketch is often cut as it is: nothing stands beside it.
    round_ones = {} if flat else {name: dimensions.circles(placed, *VIEWS[name]) for name in dimensions.SIDES}
    return sheet(layers, drawn, round_ones).encode()


def is_sketch(shape):
    """Faces and lines in the ground plane or beside it."""
    points = [curve_points(edge) for edge in parts(shape, Kind.TopAbs_EDGE)]
    return not points or np.ptp(np.concatenate(points)[:, 2]) < 1e-6


def project(placed, eye, right):
    """For each shape its (seen, hidden) polylines, in mm on the drawing's plane."""
    algorithm = HLRBRep_Algo()
    for shape in placed:
        algorithm.Add(shape)
    algorithm.Projector(HLRAlgo_Projector(gp_Ax2(gp_Pnt(0, 0, 0), gp_Dir(*eye), gp_Dir(*right))))
    algorithm.Update()
    algorithm.Hide()
    found = HLRBRep_HLRToShape(algorithm)
    return [(lines(found, shape, SEEN), lines(found, shape, HIDDEN)) for shape in placed]


def lines(found, shape, kinds):
    polylines = []
    for kind in kinds:
        compound = getattr(found, kind)(shape)
        if compound is None or compound.IsNull():
            continue
        BRepLib.BuildCurves3d_s(compound)
        polylines += [curve_points(edge)[:, :2] for edge in parts(compound, Kind.TopAbs_EDGE)]
    return polylines


def curve_points(edge):
    curve = BRepAdaptor_Curve(TopoDS.Edge(edge))
    if curve.GetType() == GeomAbs_CurveType.GeomAbs_Line:
        ends = (curve.Value(curve.FirstParameter()), curve.Value(curve.LastParameter()))
    else:
        sampled = GCPnts_TangentialDeflection(curve, ANGLE, DEFLECTION, 2, 1e-9)
        ends = [sampled.Value(i) for i in range(1, sampled.NbPoints() + 1)]
    return np.array([(point.X(), point.Y(), point.Z()) for point in ends])


def sheet(layers, drawn, round_ones=None):
    """`round_ones`: the circles of each view, where sizes are told at all."""
    boxes = {name: extent(view) for name, view in drawn.items()}
    size = dimensions.letter(max(high[i] - low[i] for low, high in boxes.values() for i in (0, 1)))
    gap = GAP + (3 * size if round_ones else 0)
    widths, heights = [0.0, 0.0], [0.0, 0.0]
    for name, (low, high) in boxes.items():
        column, row = PLACES[name] if len(drawn) > 1 else (0, 0)
        widths[column] = max(widths[column], high[0] - low[0])
        heights[row] = max(heights[row], high[1] - low[1])
    paper = (sum(widths) + (3 if widths[1] else 2) * gap, sum(heights) + (3 if heights[1] else 2) * gap)
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(paper[0])}mm" height="{number(paper[1])}mm"'
        f' viewBox="0 0 {number(paper[0])} {number(paper[1])}" fill="none" stroke="#000" stroke-width="0.25"'
        ' stroke-linecap="round" stroke-linejoin="round">',
    ]
    for name, view in drawn.items():
        column, row = PLACES[name] if len(drawn) > 1 else (0, 0)
        low, high = boxes[name]
        x = gap + (widths[0] + gap if column else 0) - low[0]
        y = gap + (heights[0] + gap if row else 0) + high[1]
        rows.append(f'<g id="{name}" transform="translate({number(x)} {number(y)})">')
        for layer, (seen, hidden) in zip(layers, view):
            rows.append(f'<g data-layer={quoteattr(plain(layer["name"]))}>')
            if hidden:
                rows.append(f'<path class="hidden" stroke="#888" stroke-width="0.13" stroke-dasharray="1.5 1" d="{path(hidden)}"/>')
            if seen:
                rows.append(f'<path class="seen" d="{path(seen)}"/>')
            rows.append("</g>")
        if round_ones:
            rows += dimensions.dimensions(name, low, high, round_ones.get(name, {}), size, number)
        rows.append("</g>")
    return "\n".join([*rows, "</svg>", ""])


def extent(view):
    points = [line for seen, hidden in view for line in (*seen, *hidden)]
    if not points:
        return (0.0, 0.0), (0.0, 0.0)
    points = np.concatenate(points)
    return tuple(points.min(0)), tuple(points.max(0))


def path(polylines):
    """Y goes up in a drawing and down in SVG."""
    return "".join("M" + "L".join(f"{number(x)} {number(-y)}" for x, y in line) for line in polylines)


def number(value):
    text = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def plain(text):
    """What XML cannot hold at all becomes a mark."""
    return "".join(char if char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000" else "�" for char in text)
