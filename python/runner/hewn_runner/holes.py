"""Round holes: concave cylinders that close, joined with the counterbore or countersink before them (kernel.md §5)."""

import math
from dataclasses import dataclass, field

import numpy as np
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.BRepClass3d import BRepClass3d_SolidClassifier
from OCP.gp import gp_Pnt
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopAbs import TopAbs_State

from . import blob, tables
from .facts import rounded
from .tables import xyz
from .tolerances import AXIS_DEGREES, AXIS_MM, HOLE_CLOSES_AT, RADIUS
from .topology import parts


@dataclass(eq=False)
class Stage:
    """A concave cylinder or cone that closes around an axis, between two places on it."""

    kind: int
    point: np.ndarray
    axis: np.ndarray
    low: float
    high: float
    # at low and at high; equal for a cylinder
    radii: tuple
    half_angle: float = 0.0
    spans: list = field(default_factory=list)

    def coaxial(self, other):
        if np.dot(self.axis, other.axis) < math.cos(math.radians(AXIS_DEGREES)):
            return False
        between = other.point - self.point
        return np.linalg.norm(between - np.dot(between, self.axis) * self.axis) <= AXIS_MM


def holes_of(topology, faces):
    """Hole facts in the shape's own frame."""
    solids = [BRepClass3d_SolidClassifier(solid) for solid in parts(topology.shape, Kind.TopAbs_SOLID)]
    found = []
    for group in chains(closed_stages(topology, faces)):
        hole = hole_of(group, solids)
        if hole:
            found.append(hole)
    return found


def closed_stages(topology, faces):
    """Faces of one cylinder or cone, taken together; kept where they go all the way around."""
    stages = []
    for face, row in zip(topology.faces, faces):
        if row["kind"] not in (tables.CYLINDER, tables.CONE) or not row["flags"] & blob.HOLLOW:
            continue
        one = stage_of(BRepAdaptor_Surface(face), int(row["kind"]))
        known = next((stage for stage in stages if same(stage, one)), None)
        if known is None:
            stages.append(one)
            continue
        shift = float(np.dot(one.point - known.point, known.axis))
        ends = [(known.low, known.radii[0]), (known.high, known.radii[1])]
        ends += [(one.low + shift, one.radii[0]), (one.high + shift, one.radii[1])]
        (known.low, low_radius), (known.high, high_radius) = min(ends), max(ends)
        known.radii = (low_radius, high_radius)
        known.spans += one.spans
    return [stage for stage in stages if around(stage.spans) >= HOLE_CLOSES_AT]


def same(a, b):
    if a.kind != b.kind or not a.coaxial(b):
        return False
    shift = float(np.dot(b.point - a.point, a.axis))
    if a.kind == tables.CYLINDER:
        alike = abs(a.radii[0] - b.radii[0]) <= RADIUS
    else:
        alike = (
            abs(a.half_angle - b.half_angle) <= AXIS_DEGREES
            and abs(radius_at(a, b.low + shift) - b.radii[0]) <= AXIS_MM
        )
    # Two ears of a hinge have one axis and one radius and are two holes.
    return alike and b.low + shift <= a.high + AXIS_MM and b.high + shift >= a.low - AXIS_MM


def radius_at(stage, place):
    length = stage.high - stage.low
    share = (place - stage.low) / length if length else 0.0
    return stage.radii[0] + share * (stage.radii[1] - stage.radii[0])


def stage_of(surface, kind):
    form = surface.Cylinder() if kind == tables.CYLINDER else surface.Cone()
    axis = np.array(xyz(form.Axis().Direction()))
    point = np.array(xyz(form.Position().Location()))
    first, last = surface.FirstVParameter(), surface.LastVParameter()
    half = 0.0 if kind == tables.CYLINDER else form.SemiAngle()
    base = form.Radius() if kind == tables.CYLINDER else form.RefRadius()
    ends = sorted((value * math.cos(half), abs(base + value * math.sin(half))) for value in (first, last))
    if tuple(tables.upward(axis)) != tuple(axis):
        axis, ends = -axis, sorted((-place, radius) for place, radius in ends)
    span = (math.degrees(surface.FirstUParameter()), math.degrees(surface.LastUParameter()))
    (low, low_radius), (high, high_radius) = ends
    return Stage(kind, point, axis, low, high, (low_radius, high_radius), abs(math.degrees(half)), [span])


def around(spans):
    """Degrees around the axis that these faces cover together."""
    return min(360.0, sum(abs(last - first) for first, last in spans))


def chains(stages):
    """Stages on one axis that touch end to end, in order along it."""
    left = list(stages)
    while left:
        chain = [left.pop(0)]
        grown = True
        while grown:
            grown = False
            for stage in list(left):
                if chain[0].coaxial(stage) and touches(chain, stage):
                    chain.append(moved(stage, chain[0]))
                    left.remove(stage)
                    grown = True
        yield sorted(chain, key=lambda stage: stage.low)


def touches(chain, stage):
    stage = moved(stage, chain[0])
    return any(abs(stage.low - other.high) <= AXIS_MM or abs(stage.high - other.low) <= AXIS_MM for other in chain)


def moved(stage, reference):
    """The same stage with its places counted from the reference's point."""
    shift = float(np.dot(stage.point - reference.point, reference.axis))
    ends = (stage.low + shift, stage.high + shift)
    return Stage(stage.kind, reference.point, reference.axis, *ends, stage.radii, stage.half_angle, stage.spans)


def hole_of(chain, solids):
    cylinders = [stage for stage in chain if stage.kind == tables.CYLINDER]
    if not cylinders:
        return None
    low_open, high_open = is_open(chain, solids, low=True), is_open(chain, solids, low=False)
    if not low_open and not high_open:
        return None
    bore = min(cylinders, key=lambda stage: stage.radii[0])
    radius = bore.radii[0]
    above = [stage for stage in chain if stage.low >= bore.high - AXIS_MM]
    below = [stage for stage in chain if stage.high <= bore.low + AXIS_MM]
    # It goes in at its open end; where both are open at the head, and else from above.
    enters_high = high_open
    if low_open and high_open:
        enters_high = widest(above) >= widest(below) if widest(above) != widest(below) else True
    before = list(reversed(above)) if enters_high else below
    place = chain[-1].high if enters_high else chain[0].low
    end = bore.low if enters_high else bore.high
    point, axis = chain[0].point, chain[0].axis
    fact = {
        "kind": "hole",
        "diameter": rounded(2 * radius),
        "depth": rounded(abs(place - end)),
        "through": low_open and high_open,
        "at": [rounded(part) for part in point + place * axis],
        "axis": [rounded(part) for part in (-axis if enters_high else axis)],
        "entry": "plain",
    }
    outer = before[0] if before else None
    if outer is not None and outer.kind == tables.CYLINDER:
        fact["entry"] = "counterbore"
        fact["head"] = {"diameter": rounded(2 * outer.radii[0]), "depth": rounded(outer.high - outer.low)}
    elif outer is not None and max(outer.radii) > radius + RADIUS:
        fact["entry"] = "countersink"
        fact["head"] = {"diameter": rounded(2 * max(outer.radii)), "angle": rounded(2 * outer.half_angle)}
    return fact


def widest(stages):
    return max((max(stage.radii) for stage in stages), default=0.0)


def is_open(chain, solids, low):
    """Whether there is air just beyond that end of the chain, on its axis."""
    last = chain[0] if low else chain[-1]
    radius = last.radii[0] if low else last.radii[1]
    if radius < RADIUS:
        return False  # the tip of a drill
    place = last.low - 2 * AXIS_MM if low else last.high + 2 * AXIS_MM
    point = gp_Pnt(*(float(part) for part in last.point + place * last.axis))
    for solid in solids:
        solid.Perform(point, 1e-7)
        if solid.State() == TopAbs_State.TopAbs_IN:
            return False
    return True
