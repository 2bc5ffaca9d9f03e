"""DXF R2010 in millimetres with true lines and arcs: sketches as they lie, of solids their largest flat face (KN62)."""

import io
import math

from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.GCPnts import GCPnts_TangentialDeflection
from OCP.GeomAbs import GeomAbs_CurveType as Curve
from OCP.gp import gp_Ax3, gp_Dir, gp_Pnt, gp_Trsf
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS

from . import matrix, tables
from .section import cut
from .topology import Topology, parts

DEFLECTION, ANGLE = 0.005, 0.1
FLAT = 1 - 1e-9


def write_dxf(layers, shapes, section=None):
    """None where nothing is flat, or the plane of `section`, {axis, at}, cuts nothing."""
    import ezdxf
    from ezdxf import units

    # Files carry no clock and no chance.
    ezdxf.options.write_fixed_meta_data_for_testing = True
    drawing = ezdxf.new("R2010", setup=False)
    drawing.units = units.MM
    drawing.header["$MEASUREMENT"] = 1
    taken, drawn = set(), False
    cuts = None if section is None else cut(layers, shapes, section)
    for at, layer in enumerate(layers):
        name = layer_name(layer["name"], taken)
        drawing.layers.add(name, true_color=int(layer["color"][1:], 16) if layer.get("color") else None)
        placed = shapes[layer["key"]].Moved(matrix.to_location(layer["placement"]))
        for edge in flat_edges(placed) if cuts is None else parts(cuts[at], Kind.TopAbs_EDGE):
            draw(drawing.modelspace(), edge, name)
            drawn = True
    if not drawn:
        return None
    stream = io.StringIO()
    drawing.write(stream)
    return stream.getvalue().encode()


def flat_edges(shape):
    """Edges in the plane z = 0: of a face or sketch, else of the largest flat face; none of what is curved in space."""
    faces = parts(shape, Kind.TopAbs_FACE)
    if not faces:
        return parts(shape, Kind.TopAbs_EDGE)
    topology = Topology(shape)
    measured = tables.Faces(topology, tables.Forms(topology), tables.edge_table(topology)["kind"], False)
    flat = [index for index, row in enumerate(measured.rows) if row["kind"] == tables.PLANE]
    if not flat:
        return []
    if not tables.has_solid(shape):
        down = laid_flat(measured.rows[flat[0]])
        return [edge for index in flat for edge in parts(topology.faces[index].Moved(down), Kind.TopAbs_EDGE)]
    # Of equal ones the upper: a plate is drawn from above.
    largest = max(flat, key=lambda index: (round(measured.rows[index]["area"], 6), *measured.rows[index]["axis"][::-1]))
    return parts(topology.faces[largest].Moved(laid_flat(measured.rows[largest])), Kind.TopAbs_EDGE)


def laid_flat(row):
    """From the plane of a face to the ground; what lies flat already stays where it is."""
    axis, point = row["axis"], row["point"]
    turn = gp_Trsf()
    if axis[2] < FLAT:
        right = (1, 0, 0) if abs(axis[0]) < 0.9 else (0, 1, 0)
        turn.SetTransformation(gp_Ax3(gp_Pnt(*map(float, point)), gp_Dir(*map(float, axis)), gp_Dir(*right)))
    return TopLoc_Location(turn)


def draw(space, edge, layer):
    curve = BRepAdaptor_Curve(TopoDS.Edge(edge))
    kind, first, last = curve.GetType(), curve.FirstParameter(), curve.LastParameter()
    look = {"layer": layer}
    begin, end = tables.xyz(curve.Value(first))[:2], tables.xyz(curve.Value(last))[:2]
    if kind == Curve.GeomAbs_Line:
        space.add_line(begin, end, look)
        return
    if kind == Curve.GeomAbs_Circle and abs(curve.Circle().Axis().Direction().Z()) > FLAT:
        circle = curve.Circle()
        centre = tables.xyz(circle.Location())[:2]
        if abs(last - first) > 2 * math.pi - 1e-9:
            space.add_circle(centre, circle.Radius(), look)
            return
        angles = [math.degrees(math.atan2(y - centre[1], x - centre[0])) for x, y in (begin, end)]
        # DXF arcs go counter-clockwise.
        if circle.Axis().Direction().Z() < 0:
            angles.reverse()
        space.add_arc(centre, circle.Radius(), *angles, dxfattribs=look)
        return
    sampled = GCPnts_TangentialDeflection(curve, ANGLE, DEFLECTION, 2, 1e-9)
    points = [tables.xyz(sampled.Value(i))[:2] for i in range(1, sampled.NbPoints() + 1)]
    space.add_lwpolyline(points, dxfattribs=look)


def layer_name(text, taken):
    """What DXF allows in a name, once."""
    base = "".join("_" if char in '<>/\\":;?*|=`,' or ord(char) < 32 else char for char in text)[:200] or "layer"
    name, count = base, 1
    while name.lower() in taken:
        count += 1
        name = f"{base} {count}"
    taken.add(name.lower())
    return name
