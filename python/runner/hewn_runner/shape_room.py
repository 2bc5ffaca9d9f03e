"""The room that measures: bytes of shapes in; facts, geometry blobs and files out. User code never runs here (KN1)."""

import re
import sys
import traceback

import numpy as np

from . import blob, brep, facts, holes, matrix, mesh, room, tables
from .facts import rounded
from .step import write_step
from .stl import Fine, write_stl
from .topology import Topology

MOST_FACES = 50_000


class TooLarge(Exception):
    pass


def serve(channel, slot, order, data):
    """One `shapes`: ends with `end`, whatever happens."""
    room.limit(order["limits"]["seconds"], order["limits"]["memory"])
    try:
        room.lock(slot, order.get("locks", ()))
        build(order, data, channel.write)
        channel.write({"t": "end", "ok": True})
    except room.NotHeld as loose:
        channel.write({"t": "error", "error": loose.error})
        channel.write({"t": "end", "ok": False})
    except TooLarge as error:
        channel.write({"t": "error", "error": {"code": "LIMIT_SHAPE", "message": str(error)}})
        channel.write({"t": "end", "ok": False})
    except MemoryError:
        said = "The shape needed more memory than it may have to be measured and meshed."
        channel.write({"t": "error", "error": {"code": "LIMIT_MEMORY", "message": said}})
        channel.write({"t": "end", "ok": False})
    except Exception as error:
        # Its words may name places of this machine: they are for the server's log, on descriptor 2.
        traceback.print_exc(file=sys.__stderr__)
        said = f"Measuring the shape failed ({type(error).__name__})."
        channel.write({"t": "error", "error": {"code": "KERNEL_BROKEN", "message": said}})
        channel.write({"t": "end", "ok": False})


def build(order, data, send):
    """
    order   `layers`: [{n, name, parent?, key?, placement?, color?, opacity?, aside?}], `want`: {mesh, facts, formats},
            `settings`: {tolerance?, angle?} of the fine mesh
    data    key -> bytes
    """
    shapes = {key: brep.from_bytes(part) for key, part in data.items()}
    if order["want"]["mesh"]:
        measure(order, shapes, send)
    export(order, shapes, send)


def measure(order, shapes, send):
    """Blobs of every shape, facts of every layer and of the design."""
    leaves = [layer for layer in order["layers"] if layer.get("key") is not None]
    full = order["want"]["facts"] == "full"
    measured = {}
    for index, (key, shape) in enumerate(shapes.items()):
        send({"t": "progress", "stage": "mesh", "share": index / len(shapes)})
        measured[key] = Measured(shape, full)
        send(
            {
                "t": "blob",
                "key": key,
                "triangles": len(measured[key].mesh.triangles),
                "bounds": bounds(measured[key].box),
            },
            measured[key].blob(),
        )
    send({"t": "progress", "stage": "measure", "share": 0})
    for_design = []
    for index, layer in enumerate(leaves):
        found = measured[layer["key"]].facts(matrix.to_location(layer["placement"]))
        if not layer.get("aside"):
            for_design.append((found, placed_box(shapes[layer["key"]], layer)))
        send({"t": "facts", "n": layer["n"], "facts": found})
        send({"t": "progress", "stage": "measure", "share": (index + 1) / len(leaves)})
    send({"t": "facts", "facts": design_facts(for_design)})


def export(order, shapes, send):
    """Files, of all that is part of the design."""
    wanted = [layer for layer in order["layers"] if not layer.get("aside")]
    leaves = [layer for layer in wanted if layer.get("key") is not None]
    formats = order["want"]["formats"]
    title = order.get("title", "design")
    if not leaves or not formats:
        return
    send({"t": "progress", "stage": "export"})
    if "step" in formats:
        send({"t": "file", "name": "model.step"}, write_step(wanted, shapes, title))
    if "brep" in formats:
        for layer in leaves:
            send({"t": "file", "name": f"layers/{slug(layer)}.brep"}, brep.to_bytes(shapes[layer["key"]]))
    if "stl" in formats:
        fine = Fine(shapes, **order["settings"])
        whole = write_stl(leaves, fine, title)
        if whole is None:
            send({"t": "note", "level": "warning", "text": "No STL: the result has no surface, only lines or points."})
            return
        send({"t": "file", "name": "model.stl"}, whole)
        if len(leaves) > 1:
            for layer in leaves:
                one = write_stl([layer], fine, layer["name"])
                if one is not None:
                    send({"t": "file", "name": f"layers/{slug(layer)}.stl", "n": layer["n"]}, one)


def slug(layer):
    text = re.sub(r"[^a-z0-9]+", "-", layer["name"].lower()).strip("-")[:60]
    return f"{layer['n']}-{text or 'layer'}"


def bounds(box):
    box = box or [0.0] * 6
    return {"min": box[:3], "max": box[3:]}


def placed_box(shape, layer):
    return facts.box_of(shape.Moved(matrix.to_location(layer["placement"])))


class Measured:
    """One shape in its own frame: tables, mesh and whatever follows from them."""

    def __init__(self, shape, full):
        self.full = full
        self.topology = Topology(shape)
        if len(self.topology.faces) > MOST_FACES:
            raise TooLarge(f"The shape has {len(self.topology.faces):,} faces; at most {MOST_FACES:,} are meshed.")
        self.edges = tables.edge_table(self.topology)
        self.faces = tables.face_table(self.topology, self.edges["kind"])
        self.box = facts.box_of(shape)
        self.solid = tables.has_solid(shape)
        self.dimension = 3 if self.solid else 2 if self.topology.faces else 1 if self.topology.edges else 0
        rough = tables.is_rough(self.faces, self.edges)
        self.volume = tables.volume_of(shape, rough) if self.solid else None
        self.area = float(self.faces["area"].sum())
        size = [self.box[i + 3] - self.box[i] for i in range(3)] if self.box else [0, 0, 0]
        self.deviation = mesh.deviation_for(size)
        self.mesh = mesh.preview(self.topology, self.deviation, self.volume)
        self.agrees = self.volume is None or mesh.agrees(self.mesh, self.volume, self.deviation)
        self.closed = self.solid and self.agrees and mesh.is_closed(self.mesh)
        self.invalid = facts.validity(self.topology, self.volume, self.mesh, self.agrees, self.closed) if full else None

    def blob(self):
        topology, found = self.topology, self.mesh
        points, ranges = mesh.edge_lines(topology, found, self.deviation)
        centre = tables.centre_of(topology.shape, self.dimension)
        return blob.encode(
            bounds=self.box or [0.0] * 6,
            closed=self.closed,
            exact=True,
            deviation=found.deviation,
            positions=found.positions,
            normals=found.normals,
            triangles=found.triangles,
            face_of=found.face_of,
            edge_points=points,
            edge_ranges=ranges,
            vertices=np.array([tables.xyz(point) for point in self.points()], "<f4").reshape(-1, 3),
            faces=self.faces,
            edges=self.edges,
            body=None if centre is None else [self.volume or 0.0, self.area, *centre],
        )

    def points(self):
        from OCP.BRep import BRep_Tool

        return [BRep_Tool.Pnt_s(vertex) for vertex in self.topology.vertices]

    def facts(self, location):
        """Of this shape where a layer puts it."""
        shape = self.topology.shape
        found = []
        box = facts.box_of(shape.Moved(location))
        if box:
            found.append(facts.size_fact(box))
        if self.solid:
            found.append({"kind": "volume", "value": rounded(self.volume)})
        if self.full and self.topology.faces:
            found.append({"kind": "area", "value": rounded(self.area)})
        found.append({"kind": "solids", "count": len(self.solids())})
        found.append({"kind": "faces", "count": len(self.topology.faces)})
        found.append({"kind": "edges", "count": facts.count_edges(self.topology)})
        if self.solid:
            found.append({"kind": "openings", "count": facts.openings(shape)})
        if self.full and self.solid:
            rotation, shift = mesh.parts_of(location)
            for hole in self.holes():
                at = rotation @ np.array(hole["at"]) + shift
                axis = rotation @ np.array(hole["axis"])
                found.append({**hole, "at": [rounded(part) for part in at], "axis": [rounded(part) for part in axis]})
        if self.full and self.dimension >= 2:
            found.append(
                {"kind": "valid", "ok": self.invalid is None, **({"why": self.invalid} if self.invalid else {})}
            )
        return found

    def solids(self):
        from OCP.TopAbs import TopAbs_ShapeEnum

        from .topology import parts

        return parts(self.topology.shape, TopAbs_ShapeEnum.TopAbs_SOLID)

    def holes(self):
        if not hasattr(self, "_holes"):
            self._holes = holes.holes_of(self.topology, self.faces)
        return self._holes


def design_facts(found):
    """The same kinds for the whole design: sums, one box, all holes, the first reason why something is not valid."""
    if not found:
        return []
    rows = [fact for each, _ in found for fact in each]
    design = []
    box = facts.joined_box([box for _, box in found])
    if box:
        design.append(facts.size_fact(box))
    for kind, field in (
        ("volume", "value"),
        ("area", "value"),
        ("solids", "count"),
        ("faces", "count"),
        ("edges", "count"),
        ("openings", "count"),
    ):
        values = [fact[field] for fact in rows if fact["kind"] == kind]
        if values:
            design.append({"kind": kind, field: rounded(sum(values)) if field == "value" else sum(values)})
    design += [fact for fact in rows if fact["kind"] == "hole"]
    valid = [fact for fact in rows if fact["kind"] == "valid"]
    if valid:
        bad = next((fact for fact in valid if not fact["ok"]), None)
        design.append(bad or {"kind": "valid", "ok": True})
    return design
