"""STL of layers, each where it lies; a finer mesh than the preview (KN62)."""

import struct

import numpy as np

from . import matrix, mesh
from .topology import Topology

RECORD = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
ANGLE = 6  # degrees


class Fine:
    """Each shape is meshed once, however many files and layers show it."""

    def __init__(self, shapes, tolerance=None, angle=ANGLE):
        self.shapes = shapes
        self.tolerance = tolerance
        self.angle = np.radians(angle)
        self.meshes = {}

    def of(self, key):
        if key not in self.meshes:
            topology = Topology(self.shapes[key])
            diagonal = float(np.linalg.norm(mesh.rough_size(self.shapes[key])))
            tolerance = self.tolerance or max(0.005, min(0.05, diagonal / 2000))
            self.meshes[key] = mesh.fine(topology, tolerance, self.angle)
        return self.meshes[key]


# The format has no place for a unit: numbers are of the one that was asked for, and its head says which.
UNITS = {"mm": ("millimetres", 1.0), "cm": ("centimetres", 0.1), "m": ("metres", 0.001), "in": ("inches", 1 / 25.4)}


def write_stl(layers, fine, title="design", units="mm", as_text=False):
    """None when no layer has a surface."""
    unit, scale = UNITS[units]
    corners = []
    for layer in layers:
        found = fine.of(layer["key"])
        if len(found.triangles):
            rotation, shift = mesh.parts_of(matrix.to_location(layer["placement"]))
            corners.append((found.positions.astype("f8") @ rotation.T + shift)[found.triangles])
    if not corners:
        return None
    corners = np.concatenate(corners) * scale
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    records = np.zeros(len(corners), RECORD)
    records["normal"] = np.divide(normals, lengths, out=np.zeros_like(normals), where=lengths > 0) + 0.0
    records["corners"] = corners + 0.0
    # 80 bytes that must not begin with "solid", which means text.
    head = f"Hewn, {unit}: {title}".encode("ascii", "replace")[:80].ljust(80)
    if as_text:
        return text_of(records, f"{title} in {unit}".encode("ascii", "replace").decode().replace("\n", " "))
    return head + struct.pack("<I", len(records)) + records.tobytes()


def text_of(records, name):
    rows = [f"solid {name}"]
    for normal, corners in zip(records["normal"].tolist(), records["corners"].tolist()):
        rows.append(f"facet normal {spaced(normal)}\n outer loop")
        rows += [f"  vertex {spaced(corner)}" for corner in corners]
        rows.append(" endloop\nendfacet")
    return "\n".join([*rows, f"endsolid {name}", ""]).encode()


def spaced(numbers):
    return " ".join(f"{number:.9g}" for number in numbers)
