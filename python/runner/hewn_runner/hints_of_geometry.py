"""Geometry that cannot be made, and what of it could (KN38)."""

from .hinting import as_list, contents, hint, point, short


@hint
def faces_rounded(raised):
    if "takes only Edges" not in raised.text:
        return None
    name = "chamfer" if "chamfer" in raised.text else "fillet"
    given = raised.local(name, "objects", "object_list")
    came = f", and {contents(given)} came" if given is not None and hasattr(given, "__len__") else ""
    return f"A {name} takes edges{came}: write .edges() behind it."


@hint
def open_outline(raised):
    if "closed wires" not in raised.text:
        return None
    wire = raised.local("__init__", "outer_wire") or next(
        (arg for arg in (raised.local("__init__", "args") or ()) if hasattr(arg, "position_at")), None
    )
    if wire is None:
        return "The outline is open: its last point has to be its first."
    start, end = wire.position_at(0), wire.position_at(1)
    gap = (end - start).length
    return f"The outline is open: it starts at {point(start)} and ends at {point(end)}, {short(gap)} mm apart. Close it, as with close=True."


@hint
def extruded_by_nothing(raised):
    frame = next((f for f in raised.frames if f.f_code.co_name == "extrude" and f.f_locals.get("amount") == 0), None)
    return "It is extruded by 0: give an amount, below 0 for the other side." if frame else None


@hint
def revolve_crosses(raised):
    frame = next((f for f in raised.frames if f.f_code.co_name == "revolve" and "profile_faces" in f.f_locals), None)
    if frame is None:
        return None
    axis, faces = frame.f_locals.get("axis"), list(frame.f_locals["profile_faces"])
    if axis is None or not faces:
        return "Keep the profile on one side of the axis, in a plane that holds it."
    normal = faces[0].normal_at()
    across = axis.direction.cross(normal)
    sides = [(vertex.center() - axis.position).dot(across) for face in faces for vertex in face.vertices()]
    over = min(max(sides), -min(sides)) if sides else 0
    if over <= 0:
        return "The profile has to lie in a plane that holds the axis."
    return f"The profile crosses the axis by {short(over)} mm: move it to one side."


@hint
def loft_fails(raised):
    if raised.inside("loft", "_make_loft", "make_loft") is None:
        return None
    if "More than one wire" in raised.text:
        return "A loft needs two profiles or more, each in a plane of its own."
    return "Two profiles may not lie in one plane, and each has to be a single closed outline."


@hint
def line_of_no_length(raised):
    frame = raised.inside("make_line")
    return "The two ends of a line are one point: it needs two that differ." if frame and "point2" in frame.f_locals else None


@hint
def sweep_fails(raised):
    if raised.inside("sweep") is None:
        return None
    return "Let the profile stand across the start of the path (path ^ 0 gives that place), and round sharp corners or give transition=Transition.RIGHT."


@hint
def offset_fails(raised):
    frame = raised.inside("offset", "offset_3d", "offset_2d")
    if frame is None:
        return None
    named = [f.f_locals[name] for f in raised.frames for name in ("amount", "thickness") if name in f.f_locals]
    amount = next((value for value in named if isinstance(value, (int, float))), None)
    body = next((value for f in raised.frames for value in body_of(f)), None)
    if amount is None or body is None:
        return "Take a smaller amount, and openings that are whole faces of the body."
    size = [part for part in body.bounding_box().size if part > 1e-9]
    if frame.f_locals.get("openings"):
        return shell_fails(size, amount, list(frame.f_locals["openings"]))
    if amount < 0 and min(size) <= -2 * amount:
        return f"The shape is {short(min(size))} mm across at its least, so an offset of {short(-amount)} mm inward leaves nothing: less than {short(min(size) / 2)} mm works."
    return f"An offset of {short(amount)} mm is more than the smallest radius takes: a smaller one works, or fillets after it."


def shell_fails(size, amount, openings):
    """Towards an opening one wall has to find room, across it two."""
    ways = [face.normal_at() for face in openings if hasattr(face, "normal_at")]
    room = [
        part / 2 if not any(abs(getattr(way, axis)) > 0.9 for way in ways) else part
        for axis, part in zip("XYZ", size)
    ]
    if amount < 0 and min(room) <= -amount:
        return f"Walls of {short(-amount)} mm fill the whole body: less than {short(min(room))} mm works."
    return "Take a thinner wall, one that is less than the smallest radius, and openings that are whole faces of the body."


def body_of(frame):
    """What an offset was asked of, in a frame of it."""
    for name in ("target", "objects", "object_list", "self"):
        for value in as_list(frame.f_locals.get(name)):
            if hasattr(value, "bounding_box"):
                yield value
