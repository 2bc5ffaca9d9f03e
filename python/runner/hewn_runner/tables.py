"""What each face and edge is, measured on the true shape: the FTB, ETB and BDY sections of a blob."""

import math

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepGProp import BRepGProp
from OCP.GCPnts import GCPnts_AbscissaPoint
from OCP.GeomAbs import GeomAbs_CurveType as Curve
from OCP.GeomAbs import GeomAbs_SurfaceType as Surface
from OCP.GProp import GProp_GProps
from OCP.TopAbs import TopAbs_Orientation, TopAbs_ShapeEnum

from . import blob
from .topology import parts

FACE_KINDS = {
    Surface.GeomAbs_Plane: 1,
    Surface.GeomAbs_Cylinder: 2,
    Surface.GeomAbs_Cone: 3,
    Surface.GeomAbs_Sphere: 4,
    Surface.GeomAbs_Torus: 5,
}
EDGE_KINDS = {Curve.GeomAbs_Line: 1, Curve.GeomAbs_Circle: 2, Curve.GeomAbs_Ellipse: 3}
PLANE, CYLINDER, CONE, SPHERE, TORUS = 1, 2, 3, 4, 5
LINE, CIRCLE, ELLIPSE = 1, 2, 3
PRECISION = 1e-6


def face_table(topology, edge_kinds):
    """FACE records; `edge_kinds` tells where the plain integral is not good enough."""
    rough = [False] * len(topology.faces)
    for index, beside in enumerate(topology.beside):
        if edge_kinds[index] not in (LINE, CIRCLE):
            for face in beside:
                rough[face] = True
    rows = np.zeros(len(topology.faces), blob.FACE)
    for row, face, is_rough in zip(rows, topology.faces, rough):
        surface = BRepAdaptor_Surface(face)
        kind = FACE_KINDS.get(surface.GetType(), 0)
        measured = GProp_GProps()
        if kind == 0 or is_rough:
            BRepGProp.SurfaceProperties_s(face, measured, PRECISION)
        else:
            BRepGProp.SurfaceProperties_s(face, measured)
        centroid = xyz(measured.CentreOfMass())
        row["kind"], row["area"], row["centroid"] = kind, abs(measured.Mass()), centroid
        describe_surface(row, surface, kind, face.Orientation() == TopAbs_Orientation.TopAbs_REVERSED, centroid)
    return rows


def describe_surface(row, surface, kind, is_reversed, centroid):
    if kind == 0:
        return
    form = {
        PLANE: surface.Plane,
        CYLINDER: surface.Cylinder,
        CONE: surface.Cone,
        SPHERE: surface.Sphere,
        TORUS: surface.Torus,
    }[kind]()
    inward = is_reversed == form.Position().Direct()
    axis = np.array(xyz(form.Position().Direction()))
    centre = np.array(xyz(form.Position().Location()))
    if kind == PLANE:
        row["point"], row["axis"] = centroid, -axis if inward else axis
        return
    row["flags"] = blob.HOLLOW if inward else 0
    along = float(np.dot(np.array(centroid) - centre, axis))
    if kind == CYLINDER:
        row["a"], row["point"], row["axis"] = form.Radius(), centre + along * axis, upward(axis)
    elif kind == CONE:
        row["a"] = abs(form.RefRadius() + along * math.tan(form.SemiAngle()))
        row["b"] = abs(math.degrees(form.SemiAngle()))
        row["point"], row["axis"] = centre + along * axis, upward(axis)
    elif kind == SPHERE:
        row["a"], row["point"] = form.Radius(), centre
    else:
        row["a"], row["b"], row["point"], row["axis"] = form.MajorRadius(), form.MinorRadius(), centre, upward(axis)


def edge_table(topology):
    rows = np.zeros(len(topology.edges), blob.EDGE)
    for index, (row, edge) in enumerate(zip(rows, topology.edges)):
        curve = BRepAdaptor_Curve(edge)
        kind = EDGE_KINDS.get(curve.GetType(), 0)
        first, last = curve.FirstParameter(), curve.LastParameter()
        begin, end = np.array(xyz(curve.Value(first))), np.array(xyz(curve.Value(last)))
        beside = topology.beside[index][:2]
        row["kind"] = kind
        row["faces"] = [*beside, *[blob.NO_FACE] * (2 - len(beside))]
        closed = BRep_Tool.IsClosed_s(edge) or float(np.linalg.norm(end - begin)) < 1e-9
        row["flags"] = (blob.EDGE_CLOSED if closed else 0) | (blob.EDGE_SEAM if topology.is_seam(index) else 0)
        if kind == LINE:
            row["length"] = np.linalg.norm(end - begin)
            row["centre"] = (begin + end) / 2
            row["axis"] = (end - begin) / (row["length"] or 1)
            continue
        if kind == CIRCLE:
            form = curve.Circle()
            row["radius"], row["length"] = form.Radius(), form.Radius() * abs(last - first)
        else:
            row["length"] = GCPnts_AbscissaPoint.Length_s(curve, 1e-7)
        if kind == ELLIPSE:
            form = curve.Ellipse()
            row["radius"] = form.MajorRadius()
        if kind:
            row["centre"] = xyz(form.Position().Location())
            row["axis"] = upward(np.array(xyz(form.Position().Direction())))
    return rows


def volume_of(shape, is_rough):
    """Relative error ≤ 1e-6; the plain integral is exact on what is flat, round and bounded by lines and circles."""
    measured = GProp_GProps()
    if is_rough:
        error = BRepGProp.VolumePropertiesGK_s(shape, measured, PRECISION)
        if 0 <= error <= PRECISION:
            return measured.Mass()
        measured = GProp_GProps()
        BRepGProp.VolumeProperties_s(shape, measured, PRECISION)
        return measured.Mass()
    BRepGProp.VolumeProperties_s(shape, measured)
    return measured.Mass()


def centre_of(shape, dimension):
    measured = GProp_GProps()
    if dimension == 3:
        BRepGProp.VolumeProperties_s(shape, measured)
    elif dimension == 2:
        BRepGProp.SurfaceProperties_s(shape, measured)
    elif dimension == 1:
        BRepGProp.LinearProperties_s(shape, measured)
    else:
        return None
    return xyz(measured.CentreOfMass())


def has_solid(shape):
    return bool(parts(shape, TopAbs_ShapeEnum.TopAbs_SOLID))


def is_rough(faces, edges):
    """Whether the plain integrals may be off: a free-form face, or a face bounded by more than lines and circles."""
    return bool((faces["kind"] == 0).any() or (~np.isin(edges["kind"], (LINE, CIRCLE))).any())


def upward(axis):
    """A unit axis whose first non-zero component is positive."""
    for part in axis:
        if abs(part) > 1e-12:
            return axis if part > 0 else -axis
    return axis


def xyz(point):
    return point.X(), point.Y(), point.Z()
