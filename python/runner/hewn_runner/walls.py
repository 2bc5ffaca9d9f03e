"""
The thinnest wall of a solid: material between two faces that look away from each other (kernel.md §5). Rays into the material
find which faces these are; where both are flat or round the distance is then worked out exactly.
"""

import time

import numpy as np

from . import blob, rays, tables
from .facts import rounded

# Faces that lean away from each other by more than this are no wall but a wedge, unless both are flat or round.
LEANS = np.cos(np.radians(10))
# A ray that meets a round face this much aslant still tells that the two face each other.
SEES = np.cos(np.radians(50))
# The triangles of a round face are this far from each other, so its normals are known to half of it.
COVERS = np.cos(np.radians(12))
PARALLEL = np.cos(np.radians(0.05))
SAME = 1e-5
MOST_RAYS = 3_000
# Where rays start in a triangle, as shares of its corners: the middle, near the corners, and between.
PLACES = (
    np.array(
        [(4, 4, 4), (10, 1, 1), (1, 10, 1), (1, 1, 10), (6, 5, 1), (1, 6, 5), (5, 1, 6)]
        + [(8, 3, 1), (1, 8, 3), (3, 1, 8), (8, 1, 3), (3, 8, 1), (1, 3, 8)],
        "f8",
    )
    / 12
)
# Told of what only rays have found, which is rounded down.
STEP = 0.01


def thinnest(measured, until=None):
    """
    mm; None where no two faces look away from each other. Raises TimeoutError past `until` (monotonic seconds).
    measured    a shape_room.Measured
    """
    mesh, rows = measured.mesh, measured.faces.rows
    if not len(mesh.triangles):
        return None
    starts, ways, faces, triangles = samples(mesh)
    hit, along = rays.first_hits(mesh, starts, ways, triangles, until)
    met = hit >= 0
    starts, ways, faces, hit, along = starts[met], ways[met], faces[met], hit[met], along[met]
    normals = rays.normals_of(mesh)
    facing = np.einsum("ij,ij->i", ways, normals[hit])
    others = mesh.face_of[hit].astype("i8")
    seen = facing >= SEES
    best = np.inf
    directions = Directions(mesh.face_of, normals)
    for one, other in np.unique(np.sort(np.stack([faces[seen], others[seen]], 1), axis=1), axis=0):
        if until is not None and time.monotonic() > until:
            raise TimeoutError
        exact = between(rows[one], rows[other], int(one), int(other), directions)
        if exact is not None:
            best = min(best, exact)
            continue
        own = seen & (facing >= LEANS) & (((faces == one) & (others == other)) | ((faces == other) & (others == one)))
        if own.any():
            slack = 2 * mesh.deviation if rows["kind"][one] != tables.PLANE or rows["kind"][other] != tables.PLANE else 0
            found = float(along[own].min()) - slack
            best = min(best, max(0.0, np.floor((found + 1e-6) / STEP) * STEP))
    return None if best == np.inf else rounded(best)


def samples(mesh):
    """(start, way, face, triangle) of rays into the material: middles of triangles; where a face has few, near their corners too."""
    corners = mesh.positions[mesh.triangles].astype("f8")
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(across, axis=1)
    counts = np.bincount(mesh.face_of)
    share = max(8, MOST_RAYS // len(counts))
    # Triangles of a face come one after another: every so many of them, or several rays from each, so that all faces have their share.
    step = -(-counts // share)[mesh.face_of]
    place = np.arange(len(size)) - np.searchsorted(mesh.face_of, mesh.face_of)
    order = np.flatnonzero((size > 1e-9) & (place % step == 0))
    each = np.minimum(len(PLACES), np.maximum(1, share // counts[mesh.face_of[order]]))
    chosen = np.concatenate([order[each > n] for n in range(len(PLACES))])
    weights = np.concatenate([np.tile(PLACES[n], ((each > n).sum(), 1)) for n in range(len(PLACES))])
    starts = np.einsum("tc,tcx->tx", weights, corners[chosen])
    return starts, -across[chosen] / size[chosen][:, None], mesh.face_of[chosen].astype("i8"), chosen


class Directions:
    """Which ways a face looks, as its triangles tell."""

    def __init__(self, face_of, normals):
        self.face_of, self.normals, self.known = face_of, normals, {}

    def looks(self, face, way):
        if face not in self.known:
            self.known[face] = self.normals[self.face_of == face]
        return bool((self.known[face] @ way >= COVERS).any())


def between(one, other, face, face_2, directions):
    """
    The thickness where the line across is square to both: signs and radii do it. A plane is n · p; a round face has its
    middle c, and its far side lies r behind it when the material is inside, r before it when it is a hollow.
    None where the two are not of that kind, or do not lie across from each other there.
    """
    if one["kind"] == tables.PLANE and other["kind"] == tables.PLANE:
        if np.dot(one["axis"], other["axis"]) > -PARALLEL:
            return None
        return positive(float(np.dot(one["axis"], one["point"] - other["point"])))
    if other["kind"] == tables.PLANE:
        one, other, face, face_2 = other, one, face_2, face
    if one["kind"] == tables.PLANE:
        normal = one["axis"]
        way = ring(other, normal)
        if way is None or not directions.looks(face_2, -normal):
            return None
        return positive(float(np.dot(normal, one["point"] - other["point"])) + signed(other))
    return round_and_round(one, other, face, face_2, directions)


def ring(row, normal):
    """Whether a round face has a place that looks straight along a normal of that kind: the radius there, or None."""
    kind, turn = row["kind"], abs(float(np.dot(row["axis"], normal)))
    if kind == tables.SPHERE or (kind == tables.CYLINDER and turn < SAME) or (kind == tables.TORUS and turn > PARALLEL):
        return radius(row)
    return None


def round_and_round(one, other, face, face_2, directions):
    kinds = [int(one["kind"]), int(other["kind"])]
    if tables.CONE in kinds or 0 in kinds:
        return None
    if concentric(one, other):
        return positive(signed(one) + signed(other))
    if kinds == [tables.SPHERE, tables.SPHERE]:
        apart = other["point"] - one["point"]
    elif kinds == [tables.CYLINDER, tables.CYLINDER]:
        apart = other["point"] - one["point"]
        across = np.cross(one["axis"], other["axis"])
        askew = np.linalg.norm(across)
        if askew > SAME:
            apart = np.dot(apart, across) * across / askew**2
        else:
            apart = apart - np.dot(apart, one["axis"]) * one["axis"]
    else:
        return None
    distance = float(np.linalg.norm(apart))
    if distance < SAME:
        return None
    found = []
    for way, far in ((apart / distance, distance), (-apart / distance, -distance)):
        if directions.looks(face, -way) and directions.looks(face_2, way):
            found.append(positive(far + signed(one) + signed(other)))
    return min((value for value in found if value is not None), default=None)


def concentric(one, other):
    """Whether the middle lines of two round faces run into each other: a ball's lies on a pipe's, a bend's goes on in a pipe's."""
    centre, centre_2 = one["point"], other["point"]
    kinds = {int(one["kind"]), int(other["kind"])}
    parallel = abs(np.dot(one["axis"], other["axis"])) > PARALLEL
    if kinds == {tables.SPHERE}:
        return np.linalg.norm(centre - centre_2) < SAME
    if kinds == {tables.CYLINDER}:
        return parallel and off_axis(one, centre_2) < SAME
    if kinds == {tables.TORUS}:
        return parallel and np.linalg.norm(centre - centre_2) < SAME and abs(one["a"] - other["a"]) < SAME
    if kinds == {tables.CYLINDER, tables.SPHERE}:
        return off_axis(one, centre_2) < SAME if one["kind"] == tables.CYLINDER else off_axis(other, centre) < SAME
    bend, rest = (one, other) if one["kind"] == tables.TORUS else (other, one)
    away = rest["point"] - bend["point"]
    up = float(np.dot(away, bend["axis"]))
    if abs(up) > SAME:
        return False
    if rest["kind"] == tables.SPHERE:
        return abs(np.linalg.norm(away) - bend["a"]) < SAME
    across = abs(np.dot(rest["axis"], bend["axis"])) < SAME
    return across and abs(off_axis(rest, bend["point"]) - bend["a"]) < SAME


def off_axis(row, point):
    away = point - row["point"]
    return float(np.linalg.norm(away - np.dot(away, row["axis"]) * row["axis"]))


def radius(row):
    return float(row["b"] if row["kind"] == tables.TORUS else row["a"])


def signed(row):
    return -radius(row) if row["flags"] & blob.HOLLOW else radius(row)


def positive(value):
    return value if value > SAME else None
