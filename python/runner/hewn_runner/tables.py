"""What each face and edge is, measured on the true shape: the FTB, ETB and BDY sections of a blob."""

import math

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.BRepAdaptor import BRepAdaptor_Curve, BRepAdaptor_Surface
from OCP.BRepGProp import BRepGProp, BRepGProp_Domain, BRepGProp_Face, BRepGProp_Vinert, BRepGProp_VinertGK
from OCP.GCPnts import GCPnts_AbscissaPoint
from OCP.GeomAbs import GeomAbs_CurveType as Curve
from OCP.GeomAbs import GeomAbs_SurfaceType as Surface
from OCP.gp import gp_Pnt
from OCP.GProp import GProp_GProps
from OCP.TopAbs import TopAbs_Orientation, TopAbs_ShapeEnum
from OCP.TopExp import TopExp_Explorer

from . import blob, patches
from .topology import parts

FACE_KINDS = {
    Surface.GeomAbs_Plane: 1,
    Surface.GeomAbs_Cylinder: 2,
    Surface.GeomAbs_Cone: 3,
    Surface.GeomAbs_Sphere: 4,
    Surface.GeomAbs_Torus: 5,
}
FORMS = {1: "Plane", 2: "Cylinder", 3: "Cone", 4: "Sphere", 5: "Torus"}
EDGE_KINDS = {Curve.GeomAbs_Line: 1, Curve.GeomAbs_Circle: 2, Curve.GeomAbs_Ellipse: 3}
PLANE, CYLINDER, CONE, SPHERE, TORUS = 1, 2, 3, 4, 5
LINE, CIRCLE, ELLIPSE = 1, 2, 3
PRECISION = 1e-6
NOTHING = 1e-12


class Forms:
    """
    What kind of surface each face lies on, and where: as much as its extent asks for, and nothing is integrated yet.
    kinds        of each face
    other        numbers of the faces that lie on none of the five
    free         those of them that do not lie between their edges, for the extent
    found        kind -> a row each: number, centre, x, z, a, b, handedness, turn, bounds in u and v
    """

    def __init__(self, topology):
        self.kinds, self.other, self.free = [], [], []
        found = {}
        for index, face in enumerate(topology.faces):
            surface = BRepAdaptor_Surface(face)
            kind = FACE_KINDS.get(surface.GetType(), 0)
            self.kinds.append(kind)
            if kind:
                found.setdefault(kind, []).append((index, *numbers_of(surface, kind, face)))
                continue
            self.other.append(index)
            if surface.GetType() != Surface.GeomAbs_SurfaceOfExtrusion:
                self.free.append(index)
        self.found = {kind: np.array(rows) for kind, rows in found.items()}

    def bulging(self):
        """(number, (centre, x, y, z, a, b, bounds in u and v)) of each sphere and torus."""
        for kind in (SPHERE, TORUS):
            for row in self.found.get(kind, ()):
                centre, x, z, (a,), (b,), (handed,), _, bounds = columns(row[None])
                yield int(row[0]), (centre[0], x[0], handed * np.cross(z[0], x[0]), z[0], a, b, bounds[0])


class Faces:
    """
    rows         FACE records
    volumes      of each face its share of the volume it encloses, as a cone to `apex`; None where there is no solid
    moments      the same of the first moments, from there
    """

    def __init__(self, topology, forms, edge_kinds, solid):
        self.topology = topology
        self.forms = forms.found
        count = len(topology.faces)
        self.rows = np.zeros(count, blob.FACE)
        self.rows["kind"] = forms.kinds
        # In the middle of things: cones to a far point would be large and their sum uncertain.
        self.apex = np.array([xyz(BRep_Tool.Pnt_s(vertex)) for vertex in topology.vertices] or [(0, 0, 0)]).mean(0)
        self.volumes = np.zeros(count) if solid else None
        self.moments = np.zeros((count, 3)) if solid else None
        self.rough = rough_faces(topology, edge_kinds)
        for index in forms.other:
            self.by_occt(index, rough=True)
        for kind, rows in self.forms.items():
            if kind == PLANE:
                self.planes(rows)
            else:
                self.revolved(kind, rows)

    def planes(self, rows):
        numbers, normals = rows[:, 0].astype("i4"), rows[:, 7:10] * rows[:, 13:14]
        measured = [area_of(self.topology.faces[index], self.rough[index]) for index in numbers]
        areas = np.array([abs(one.Mass()) for one in measured])
        centroids = np.array([xyz(one.CentreOfMass()) for one in measured])
        self.rows["area"][numbers], self.rows["axis"][numbers] = areas, normals
        self.rows["centroid"][numbers] = self.rows["point"][numbers] = centroids
        if self.volumes is not None:
            reach = centroids - self.apex
            self.volumes[numbers] = cones = areas * np.einsum("ij,ij->i", reach, normals) / 3
            self.moments[numbers] = cones[:, None] * reach * 3 / 4

    def revolved(self, kind, forms):
        numbers = forms[:, 0].astype("i4")
        centre, x, z, a, b, handed, turn, bounds = columns(forms)
        y = handed[:, None] * np.cross(z, x)
        faces, edges = self.topology.faces, self.topology.edges_of
        simple = np.array([patches.is_patch(faces[index], edges[index]) for index in numbers])
        for index in numbers[~simple]:
            # A ball cut askew is bounded by circles, and the plain integral is off by 7e-5 all the same.
            self.by_occt(index, rough=True)
        rows = self.rows[numbers]
        if simple.any():
            chosen = patches.Revolved(kind, *(part[simple] for part in (centre, x, y, z, a, b, bounds, turn)))
            rows["area"][simple], rows["centroid"][simple], volumes, moments = patches.integrate(chosen, self.apex)
            if self.volumes is not None:
                self.volumes[numbers[simple]], self.moments[numbers[simple]] = volumes, moments
        rows["flags"] = np.where(turn < 0, blob.HOLLOW, 0)
        rows["a"], rows["point"] = a, centre
        along = np.einsum("ij,ij->i", rows["centroid"] - centre, z)
        if kind in (CYLINDER, CONE):
            rows["point"] = centre + along[:, None] * z
        if kind == CONE:
            rows["a"], rows["b"] = np.abs(a + along * np.tan(b)), np.abs(np.degrees(b))
        if kind == TORUS:
            rows["b"] = b
        if kind != SPHERE:
            rows["axis"] = [upward(axis) for axis in z.tolist()]
        self.rows[numbers] = rows

    def by_occt(self, index, rough):
        face, row = self.topology.faces[index], self.rows[index]
        measured = area_of(face, rough)
        row["area"], row["centroid"] = abs(measured.Mass()), xyz(measured.CentreOfMass())
        if self.volumes is not None:
            # The centre takes the plain integral: the exact one needs seconds for it, the adaptive one is wrong on ellipses.
            apex = gp_Pnt(*self.apex)
            plain = inertia_of(face, apex)
            # A cone or plane through the apex encloses 0, of which no integral is right to a share, and OCCT tries for
            # minutes. [The shell of a patch of sphere, its sides cones to the centre: 276 s, so 0.02.]
            nothing = abs(plain.Mass()) <= NOTHING * row["area"] * np.linalg.norm(row["centroid"] - self.apex)
            exact = rough and not nothing
            self.volumes[index] = inertia_of(face, apex, exact=True).Mass() if exact else plain.Mass()
            self.moments[index] = (np.array(xyz(plain.CentreOfMass())) - self.apex) * plain.Mass()

    def volume(self):
        """Of the shape they enclose; None where faces are not each passed once, as between two solids that share one."""
        if self.volumes is None or not once(self.topology):
            return None
        return float(self.volumes.sum())

    def centre(self):
        volume = self.volume()
        return None if not volume else self.apex + self.moments.sum(0) / volume


def rough_faces(topology, edge_kinds):
    """Of each face whether it is bounded by more than lines and circles: the plain integral is not good enough."""
    rough = [False] * len(topology.faces)
    for index in np.flatnonzero(~np.isin(edge_kinds, (LINE, CIRCLE))):
        for face in topology.beside[index]:
            rough[face] = True
    return rough


def numbers_of(surface, kind, face):
    form = getattr(surface, FORMS[kind])()
    frame = form.Position()
    handed = 1.0 if frame.Direct() else -1.0
    turn = -handed if face.Orientation() == TopAbs_Orientation.TopAbs_REVERSED else handed
    axes = (*xyz(frame.Location()), *xyz(frame.XDirection()), *xyz(frame.Direction()))
    if kind == PLANE:
        return (*axes, 0.0, 0.0, handed, turn, 0.0, 0.0, 0.0, 0.0)
    if kind == CONE:
        a, b = form.RefRadius(), form.SemiAngle()
    elif kind == TORUS:
        a, b = form.MajorRadius(), form.MinorRadius()
    else:
        a, b = form.Radius(), 0.0
    bounds = (surface.FirstUParameter(), surface.LastUParameter(), surface.FirstVParameter(), surface.LastVParameter())
    return (*axes, a, b, handed, turn, *bounds)


def columns(forms):
    """centre, x, z, a, b, handedness, turn, bounds"""
    return forms[:, 1:4], forms[:, 4:7], forms[:, 7:10], *forms[:, 10:14].T, forms[:, 14:18]


def area_of(face, rough):
    measured = GProp_GProps()
    if rough:
        BRepGProp.SurfaceProperties_s(face, measured, PRECISION)
    else:
        BRepGProp.SurfaceProperties_s(face, measured)
    return measured


def inertia_of(face, apex, exact=False):
    """Of what lies between one face and a point."""
    surface, domain = BRepGProp_Face(exact), BRepGProp_Domain(face)
    surface.Load(face)
    measured = BRepGProp_VinertGK() if exact else BRepGProp_Vinert()
    measured.SetLocation(apex)
    measured.Perform(surface, domain, *((PRECISION, False, False) if exact else ()))
    return measured


def once(topology):
    explorer, count = TopExp_Explorer(topology.shape, TopAbs_ShapeEnum.TopAbs_FACE), 0
    while explorer.More():
        count += 1
        explorer.Next()
    return count == len(topology.faces)


def edge_table(topology):
    count = len(topology.edges)
    rows = np.zeros(count, blob.EDGE)
    kinds, flags, lengths, radii = [0] * count, [0] * count, [0.0] * count, [0.0] * count
    firsts, lasts, centres, axes = ([(0.0, 0.0, 0.0)] * count for _ in range(4))
    beside = [[*faces[:2], *[blob.NO_FACE] * (2 - len(faces[:2]))] for faces in topology.beside]
    for index, edge in enumerate(topology.edges):
        curve = BRepAdaptor_Curve(edge)
        kind = kinds[index] = EDGE_KINDS.get(curve.GetType(), 0)
        first, last = curve.FirstParameter(), curve.LastParameter()
        # Full circles are most of what there is beside lines.
        full = kind in (CIRCLE, ELLIPSE) and abs(last - first) > 2 * math.pi - 1e-9
        if not full:
            firsts[index], lasts[index] = xyz(curve.Value(first)), xyz(curve.Value(last))
        closed = full or (kind != LINE and math.dist(firsts[index], lasts[index]) < 1e-9)
        flags[index] = (blob.EDGE_CLOSED if closed else 0) | (blob.EDGE_SEAM if topology.seams[index] else 0)
        if kind == LINE:
            continue
        if kind == CIRCLE:
            form = curve.Circle()
            radii[index] = form.Radius()
            lengths[index] = radii[index] * abs(last - first)
        else:
            lengths[index] = GCPnts_AbscissaPoint.Length_s(curve, 1e-7)
        if kind == ELLIPSE:
            form = curve.Ellipse()
            radii[index] = form.MajorRadius()
        if kind:
            axis = form.Axis()
            centres[index], axes[index] = xyz(axis.Location()), upward(xyz(axis.Direction()))
    rows["kind"], rows["flags"], rows["length"], rows["radius"] = kinds, flags, lengths, radii
    if count:
        rows["faces"], rows["centre"], rows["axis"] = beside, centres, axes
        lines = rows["kind"] == LINE
        first, last = np.array(firsts)[lines], np.array(lasts)[lines]
        length = np.linalg.norm(last - first, axis=1)
        rows["length"][lines] = length
        rows["centre"][lines] = (first + last) / 2
        rows["axis"][lines] = (last - first) / np.where(length > 0, length, 1)[:, None]
    return rows


def volume_of(shape):
    """Relative error ≤ 1e-6, by OCCT alone."""
    measured = GProp_GProps()
    error = BRepGProp.VolumePropertiesGK_s(shape, measured, PRECISION)
    if 0 <= error <= PRECISION:
        return measured.Mass()
    measured = GProp_GProps()
    BRepGProp.VolumeProperties_s(shape, measured, PRECISION)
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


def upward(axis):
    """A unit axis whose first non-zero component is positive."""
    for part in axis:
        if abs(part) > 1e-12:
            return axis if part > 0 else [-part for part in axis]
    return axis


def xyz(point):
    return point.X(), point.Y(), point.Z()
