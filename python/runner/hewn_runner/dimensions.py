"""What a workshop reads off a drawing: how far each view reaches, and the diameters of what is round in it (KN62)."""

from collections import defaultdict
from math import pi

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Curve
from OCP.GeomAbs import GeomAbs_CurveType
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopoDS import TopoDS

from .topology import parts

# Which sides of a view carry its size; a length that one view tells, no other one repeats.
SIDES = {"front": ("below", "left"), "top": ("left",), "right": ("below",)}
# A drawing of a grille is not helped by a hundred of them.
DIAMETERS_MAX = 12
LEADERS = ((1, 1), (-1, 1), (-1, -1), (1, -1))
STYLE = 'class="dimensions" stroke="#0057b8" stroke-width="0.13"'


def letter(reach):
    """Height of the figures: read on paper where a part is small, and on a screen where it is large."""
    return min(10.0, max(2.5, reach * 0.03))


def circles(placed, eye, right):
    """Full circles that this view shows as circles: {diameter: {(u, v) of a middle, ...}}."""
    found = defaultdict(set)
    eye = np.array(eye, float) / np.linalg.norm(eye)
    right = np.array(right, float) / np.linalg.norm(right)
    up = np.cross(eye, right)
    for shape in placed:
        for edge in parts(shape, Kind.TopAbs_EDGE):
            curve = BRepAdaptor_Curve(TopoDS.Edge(edge))
            if curve.GetType() != GeomAbs_CurveType.GeomAbs_Circle:
                continue
            if curve.LastParameter() - curve.FirstParameter() < 2 * pi - 1e-6:
                continue
            circle = curve.Circle()
            axis = circle.Axis().Direction()
            if abs(np.dot(eye, (axis.X(), axis.Y(), axis.Z()))) < 1 - 1e-9:
                continue
            at = circle.Location()
            middle = np.array((at.X(), at.Y(), at.Z()))
            found[round(2 * circle.Radius(), 4)].add((round(float(middle @ right), 3), round(float(middle @ up), 3)))
    return found


def dimensions(name, low, high, found, size, number):
    """Lines and figures beside one view, in its own millimetres; y goes down as in SVG."""
    sides = SIDES.get(name, ())
    (left, bottom), (right, top) = low, high
    away = 2 * size
    rows = []
    if "below" in sides and right - left > 1e-6:
        y = -bottom + away
        ends = f"M{number(left)} {number(-bottom + 1)}V{number(y + 1)}M{number(right)} {number(-bottom + 1)}V{number(y + 1)}"
        rows.append(f'<path d="{ends}M{number(left)} {number(y)}H{number(right)}{arrow(left, y, 1, 0, size, number)}{arrow(right, y, -1, 0, size, number)}"/>')
        rows.append(text((left + right) / 2, y - 0.3 * size, number(round(right - left, 2)), size, number))
    if "left" in sides and top - bottom > 1e-6:
        x = left - away
        ends = f"M{number(left - 1)} {number(-bottom)}H{number(x - 1)}M{number(left - 1)} {number(-top)}H{number(x - 1)}"
        rows.append(f'<path d="{ends}M{number(x)} {number(-bottom)}V{number(-top)}{arrow(x, -bottom, 0, -1, size, number)}{arrow(x, -top, 0, 1, size, number)}"/>')
        rows.append(text(x - 0.3 * size, -(bottom + top) / 2, number(round(top - bottom, 2)), size, number, turned=True))
    if sides:
        rows += diameters(found, size, number)
    return [f"<g {STYLE}>", *rows, "</g>"] if rows else []


def diameters(found, size, number):
    """One leader for all circles of a diameter, from the one farthest up and right; on one middle they leave apart."""
    rows, used = [], defaultdict(int)
    for diameter, middles in sorted(found.items())[:DIAMETERS_MAX]:
        u, v = max(middles, key=lambda middle: (middle[0] + middle[1], middle))
        dx, dy = LEADERS[used[(u, v)] % len(LEADERS)]
        used[(u, v)] += 1
        rim = diameter / 2 * 0.7071
        x, y = u + dx * rim, -(v + dy * rim)
        end = (x + dx * size, y - dy * size)
        words = f"Ø {number(diameter)}" if len(middles) == 1 else f"{len(middles)} × Ø {number(diameter)}"
        rows.append(f'<path d="M{number(x)} {number(y)}L{number(end[0])} {number(end[1])}"/>')
        rows.append(text(end[0] + dx * 0.3 * size, end[1] + (0 if dy > 0 else 0.8 * size), words, size, number, "start" if dx > 0 else "end"))
    return rows


def arrow(x, y, dx, dy, size, number):
    """Its point is at x, y; it opens towards dx, dy."""
    long, wide = 0.6 * size, 0.2 * size
    a = (x + dx * long + dy * wide, y + dy * long + dx * wide)
    b = (x + dx * long - dy * wide, y + dy * long - dx * wide)
    return f"M{number(a[0])} {number(a[1])}L{number(x)} {number(y)}L{number(b[0])} {number(b[1])}"


def text(x, y, words, size, number, anchor="middle", turned=False):
    turn = f' transform="rotate(-90 {number(x)} {number(y)})"' if turned else ""
    # A halo of the paper's white: figures stay readable on lines.
    return (
        f'<text x="{number(x)}" y="{number(y)}"{turn} font-family="sans-serif" font-size="{number(size)}" text-anchor="{anchor}"'
        f' fill="#0057b8" stroke="#fff" stroke-width="{number(size * 0.2)}" paint-order="stroke">{words}</text>'
    )
