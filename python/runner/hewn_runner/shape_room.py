"""The room that measures: bytes of shapes in; facts, geometry blobs and files out. User code never runs here (KN1)."""

import re
import sys
import time
import traceback
from functools import cached_property

import numpy as np
from OCP.BRep import BRep_Tool
from OCP.TopAbs import TopAbs_ShapeEnum as Kind

from . import blob, brep, facts, features, holes, matrix, mesh, reaches, room, tables, threads, walls
from .asked import Asked
from .drawing import write_svg
from .dxf import write_dxf
from .extent import Extent
from .facts import rounded
from .pairs import pairs_of
from .step import write_step
from .spent import Spent
from .stl import Fine, write_stl
from .topology import Topology, parts

MOST_FACES = 50_000
# A draft of more faces is coarse and has no volume (KN50); one of more than these has no tables either (KN51).
DRAFT_FACES = 400
DRAFT_TABLES = 40
# What a full build gives to each of what may take long; a check has more (KN46).
PATIENCE = 1.0
FULL = {"facts": "full", "mesh": False, "turns": ()}


class TooLarge(Exception):
    pass


class Room:
    """
    Serves one job after another of one session. What it looked into for the last one is at hand for the next: the full
    build after a draft finds its meshes made, and equal parts are not looked at again (KN50).
    """

    def __init__(self):
        self.known = {}
        self.is_same_job = False

    def serve(self, channel, slot, order, data):
        """One `shapes`: ends with `end`, whatever happens. Answers whether it went well, so that there may be another."""
        room.limit(order["limits"]["seconds"], order["limits"]["memory"], firmly=False)
        error, spent = None, Spent()
        try:
            room.lock(slot, order.get("locks", ()))
            threads.use(order.get("threads", 1))
            self.build(order, data, channel.write, spent)
        except room.NotHeld as loose:
            error = loose.error
        except TooLarge as large:
            error = {"code": "LIMIT_SHAPE", "message": str(large)}
        except brep.NoShape:
            # build123d writes what can be read: this is somebody else's hand.
            error = {"code": "SCRIPT_NOT_A_SHAPE", "message": "What the script's process sent as a shape is none."}
        except MemoryError:
            said = "The shape needed more memory than it may have to be measured and meshed."
            error = {"code": "LIMIT_MEMORY", "message": said}
        except Exception as raised:
            strange = self.without_numbers(data)
            if strange:
                error = {"code": "SCRIPT_NOT_A_SHAPE", "message": strange}
            # Its words may name places of this machine: they are for the server's log, on descriptor 2.
            traceback.print_exc(file=sys.__stderr__)
            error = error or {"code": "KERNEL_BROKEN", "message": f"Measuring the shape failed ({type(raised).__name__})."}
        if error is not None:
            channel.write({"t": "error", "error": error})
        channel.write({"t": "end", "ok": error is None, "spent": spent.told()})
        return error is None

    def without_numbers(self, data):
        """What is the matter with shapes that nobody could measure, or None."""
        for part in data.values():
            places = [tables.xyz(BRep_Tool.Pnt_s(vertex)) for vertex in Topology(brep.from_bytes(part)).vertices]
            if not np.isfinite(places).all():
                return "A corner of the shape lies at no number: a size or place that was worked out is nan or infinite."
        return None

    def build(self, order, data, send, spent=None):
        """
        order   `measure`: [{key, mesh, facts, verdict?, turns}]: what is not known yet of each shape; `turns` are the
                rotations its layers have, 9 numbers each, column-major
                `layers`: [{n, name, parent?, key?, placement?, color?, opacity?, aside?}] and `formats`: the files to write
                `questions`: [{a, b?}] about single elements; `pairs`: distances and common volumes of all but these;
                `walls`: keys of the shapes whose thinnest wall is wanted; `patience`: seconds for each of the two
                `more`: the next order is of the same job (KN75)
                `settings`: {tolerance?, angle?} of the fine mesh, {units?, ascii?} of an STL, {schema?} of a STEP,
                {section?: {axis, at}} of SVG and DXF
        data    key -> bytes
        """
        spent = spent or Spent()
        wished = {wanted["key"]: wanted for wanted in order["measure"]}
        found = {key: self.looked_into(data[key], wanted) for key, wanted in wished.items()}
        before = self.known if self.is_same_job else {}
        self.known = {**before, **{data[key]: one for key, one in found.items()}}
        self.is_same_job = order.get("more", False)
        shapes = {key: found[key].topology.shape if key in found else brep.from_bytes(part) for key, part in data.items()}
        measured = list(found.values())
        spent.on("reading")
        for index, one in enumerate(measured):
            if one.wanted["mesh"]:
                send({"t": "progress", "stage": "mesh", "share": index / len(measured)})
                header = {"t": "blob", "key": one.wanted["key"], "triangles": len(one.mesh.triangles)}
                spent.on("mesh")
                told = {"bounds": bounds(one.box), "exact": one.told, "verdict": one.verdict}
                send({**header, **told}, one.blob())
                spent.on("tables")
        for index, one in enumerate(measured):
            send({"t": "progress", "stage": "measure", "share": index / len(measured)})
            for turn, rotation in enumerate(one.wanted["turns"]):
                box, facts_ = one.facts(np.array(rotation).reshape(3, 3).T)
                reach = {"bounds": bounds(box)} if box else {}
                send({"t": "facts", "key": one.wanted["key"], "turn": turn, "facts": facts_, **reach})
        spent.on("facts")
        asked = Asked(shapes)
        for n, question in enumerate(order.get("questions", ())):
            for answer in asked.answers(question):
                send({"t": "answer", "question": n, **answer})
        if order.get("pairs") is not None:
            leaves = [layer for layer in order["layers"] if layer.get("key") is not None and not layer.get("aside")]
            for pair in pairs_of(leaves, shapes, order["pairs"], order.get("patience", PATIENCE)):
                send({"t": "pairs-left" if "left" in pair else "pair", **pair})
        for wall in self.walls(order, data, found):
            send(wall)
        spent.on("questions")
        export(order, shapes, data, send)
        spent.on("files")

    def walls(self, order, data, found):
        """The thinnest wall of each shape, as far as time goes; where it ends, how many are left (KN46)."""
        wanted = order.get("walls", ())
        until = time.monotonic() + order.get("patience", PATIENCE)
        for count, key in enumerate(wanted):
            try:
                one = found.get(key) or self.looked_into(data[key], FULL)
                least = walls.thinnest(one if one.full else one.again(FULL), until) if one.solid else None
            except TimeoutError:
                yield {"t": "walls-left", "left": len(wanted) - count}
                return
            yield {"t": "wall", "key": key, **({} if least is None else {"min": least})}

    def looked_into(self, data, wanted):
        known = self.known.get(data)
        return known.again(wanted) if known and not known.heavy else Measured(brep.from_bytes(data), wanted)


def export(order, shapes, data, send):
    """Files, of all that is part of the design."""
    wanted = [layer for layer in order["layers"] if not layer.get("aside")]
    leaves = [layer for layer in wanted if layer.get("key") is not None]
    formats = order["formats"]
    title = order.get("title", "design")
    if not leaves or not formats:
        return
    send({"t": "progress", "stage": "export"})
    settings = order["settings"]
    section = settings.get("section")
    if "step" in formats:
        written, why = write_step(wanted, shapes, title, settings.get("schema", "AP214"))
        if why is not None:
            send({"t": "note", "level": "warning", "text": f"Take care: {why}."})
        send({"t": "file", "name": "model.step"}, written)
    if "brep" in formats:
        # As it came: meshing leaves traces in a shape.
        fresh = [brep.from_bytes(data[layer["key"]]) for layer in leaves]
        placed = [shape.Moved(matrix.to_location(layer["placement"])) for shape, layer in zip(fresh, leaves)]
        whole = placed[0] if len(placed) == 1 else mesh.compound_of(placed)
        send({"t": "file", "name": "model.brep"}, brep.to_text(whole))
    for name, write in (("svg", write_svg), ("dxf", write_dxf)):
        if name in formats:
            drawn = write(leaves, shapes, section)
            if drawn is None:
                why = "the plane cuts nothing" if section else "there is no flat face to draw"
                send({"t": "note", "level": "warning", "text": f"No {name.upper()}: {why}."})
            else:
                send({"t": "file", "name": f"model.{name}"}, drawn)
    fine = Fine(shapes, **{name: settings[name] for name in ("tolerance", "angle") if name in settings})
    if "mesh" in formats:
        for layer in leaves:
            send({"t": "file", "name": f"mesh/{layer['n']}", "n": layer["n"]}, fine_blob(fine.of(layer["key"])))
    if "stl" in formats:
        look = {"units": settings.get("units", "mm"), "as_text": settings.get("ascii", False)}
        whole = write_stl(leaves, fine, title, **look)
        if whole is None:
            send({"t": "note", "level": "warning", "text": "No STL: the result has no surface, only lines or points."})
            return
        send({"t": "file", "name": "model.stl"}, whole)
        if len(leaves) > 1:
            for layer in leaves:
                one = write_stl([layer], fine, layer["name"], **look)
                if one is not None:
                    send({"t": "file", "name": f"layers/{slug(layer)}.stl", "n": layer["n"]}, one)


def fine_blob(found):
    """The mesh of a file as a blob: what is written from it, as 3MF, is as fine as an STL."""
    points = found.positions
    low, high = (points.min(0), points.max(0)) if len(points) else (np.zeros(3), np.zeros(3))
    return blob.encode(
        bounds=[float(part) for part in (*low, *high)],
        closed=found.is_closed,
        deviation=found.deviation,
        face_count=int(found.face_of.max()) + 1 if len(found.face_of) else 0,
        positions=points,
        normals=found.normals,
        triangles=found.triangles,
        face_of=found.face_of,
    )


def slug(layer):
    text = re.sub(r"[^a-z0-9]+", "-", layer["name"].lower()).strip("-")[:60]
    return f"{layer['n']}-{text or 'layer'}"


def bounds(box):
    box = box or [0.0] * 6
    return {"min": box[:3], "max": box[3:]}


class Measured:
    """One shape in its own frame: tables, mesh and whatever follows from them."""

    def __init__(self, shape, wanted):
        self.topology = Topology(shape)
        count = len(self.topology.faces)
        if count > MOST_FACES:
            raise TooLarge(f"The shape has {count:,} faces; at most {MOST_FACES:,} are meshed.")
        self.solid = tables.has_solid(shape)
        self.dimension = 3 if self.solid else 2 if count else 1 if self.topology.edges else 0
        self.want(wanted)

    def want(self, wanted):
        self.wanted = wanted
        self.full = wanted["facts"] == "full"
        count = len(self.topology.faces)
        self.heavy = not self.full and count > DRAFT_FACES
        self.told = self.full or (count <= DRAFT_TABLES and not self.forms.other)

    def again(self, wanted):
        """Asked once more, perhaps for more than a draft had: the triangles stay, and are judged now if they were not."""
        was_told = self.told
        self.want(wanted)
        if self.told and not was_told:
            for name in ("volume", "mesh", "verdict"):
                vars(self).pop(name, None)
        return self

    @cached_property
    def forms(self):
        return tables.Forms(self.topology)

    @cached_property
    def edges(self):
        return tables.edge_table(self.topology)

    @cached_property
    def faces(self):
        return tables.Faces(self.topology, self.forms, self.edges["kind"], self.solid)

    @cached_property
    def extent(self):
        return Extent(self.topology, self.forms)

    @cached_property
    def box(self):
        """Exact, in its own frame; None for what has no extent."""
        return self.reach(np.eye(3))

    def reach(self, rotation):
        if self.heavy:
            return mesh.reach(self.mesh, rotation)
        box = self.extent.turned(rotation, lambda: self.mesh)
        return box and [rounded(part) for part in box]

    @cached_property
    def volume(self):
        """None where there is no solid, or no time."""
        if not self.solid or not self.told:
            return None
        found = self.faces.volume()
        return found if found is not None else tables.volume_of(self.topology.shape)

    @cached_property
    def deviation(self):
        # A free form may need its mesh to say how large it is.
        if self.heavy or self.forms.free or not self.box:
            size = mesh.rough_size(self.topology.shape)
        else:
            size = [self.box[i + 3] - self.box[i] for i in range(3)]
        return mesh.deviation_for(size) * (2 if self.heavy else 1)

    @cached_property
    def drawn(self):
        return mesh.preview(self.topology, self.deviation, mesh.COARSE if self.heavy else mesh.ANGLE)

    @cached_property
    def mesh(self):
        """Judged at once where the volume is known."""
        return self.drawn if self.volume is None else mesh.judged(self.drawn, self.topology, self.volume)

    @cached_property
    def verdict(self):
        """What the mesh says of the shape; asked for again, it comes with the order."""
        if "verdict" in self.wanted:
            return self.wanted["verdict"]
        agrees = self.volume is None or mesh.agrees(self.mesh, self.volume, self.deviation)
        closed = self.solid and agrees and self.mesh.is_closed
        volume = rounded(self.mesh.volume) if self.solid else 0
        return {"closed": closed, "agrees": agrees, "bare": self.mesh.bare, "volume": volume}

    def blob(self):
        topology, found = self.topology, self.mesh
        points, ranges = mesh.edge_lines(topology, found, self.deviation)
        vertices = [tables.xyz(BRep_Tool.Pnt_s(vertex)) for vertex in topology.vertices]
        exact = {} if not self.told else {"faces": self.faces.rows, "edges": self.edges, "body": self.body()}
        return blob.encode(
            bounds=self.box or [0.0] * 6,
            closed=self.verdict["closed"],
            exact=self.told,
            deviation=found.deviation,
            face_count=len(topology.faces),
            positions=found.positions,
            normals=found.normals,
            triangles=found.triangles,
            face_of=found.face_of,
            edge_points=points,
            edge_ranges=ranges,
            vertices=np.array(vertices, "<f4").reshape(-1, 3),
            **exact,
        )

    def body(self):
        centre = self.faces.centre()
        if centre is None:
            centre = tables.centre_of(self.topology.shape, self.dimension)
        return None if centre is None else [self.volume or 0.0, self.area, *centre]

    @property
    def area(self):
        return float(self.faces.rows["area"].sum())

    def facts(self, rotation):
        """(box, facts) of this shape turned as a layer has it; where that puts it is for the host to add."""
        shape = self.topology.shape
        box = self.box if np.array_equal(rotation, np.eye(3)) else self.reach(rotation)
        found = [facts.size_fact(box)] if box else []
        if self.volume is not None:
            found.append({"kind": "volume", "value": rounded(self.volume)})
        if self.full and self.topology.faces:
            found.append({"kind": "area", "value": rounded(self.area)})
        found.append({"kind": "solids", "count": len(parts(shape, Kind.TopAbs_SOLID))})
        found.append({"kind": "faces", "count": len(self.topology.faces)})
        found.append({"kind": "edges", "count": self.edge_count})
        if self.solid and not self.heavy:
            found.append({"kind": "openings", "count": self.openings})
        if self.full and self.solid:
            for hole in self.holes:
                at, axis = rotation @ np.array(hole["at"]), rotation @ np.array(hole["axis"])
                found.append({**hole, "at": [rounded(part) for part in at], "axis": [rounded(part) for part in axis]})
            found += self.features
            told = reaches.reaches_of(self.topology, self.edges, rotation)
            found += [told] if told else []
        if self.full and self.dimension >= 2:
            why = self.invalid
            found.append({"kind": "valid", "ok": why is None, **({"why": why} if why else {})})
        return box, found

    @cached_property
    def edge_count(self):
        return facts.count_edges(self.topology)

    @cached_property
    def openings(self):
        return facts.openings(self.topology.shape)

    @cached_property
    def invalid(self):
        return facts.validity(self.topology, self.volume, self.verdict)

    @cached_property
    def features(self):
        return features.features_of(self.topology, self.faces, self.edges)

    @cached_property
    def holes(self):
        return holes.holes_of(self.topology, self.faces, self.edges)
