"""The largest fillet or chamfer that works where the asked one failed (KN39)."""

import time

from . import hinting

STEPS = 8
SECONDS = 1.5


def hint_of(error):
    try:
        asked = asked_of(hinting.Raised(error))
        return sentence(*asked) if asked else None
    except Exception:
        return None


def asked_of(raised):
    """(name, part, edges, size) of the failed call, or None."""
    from build123d import Edge

    for name, key in (("fillet", "radius"), ("chamfer", "length")):
        for frame in raised.frames:
            held = frame.f_locals
            size = held.get(key)
            if frame.f_code.co_name != name or not isinstance(size, (int, float)) or size <= 0:
                continue
            given = next((held[list_] for list_ in ("edge_list", "objects") if held.get(list_) is not None), None)
            edges = [edge for edge in hinting.as_list(given) if isinstance(edge, Edge)] if given is not None else []
            part = held.get("self") if hasattr(held.get("self"), name) else held.get("target")
            if edges and hasattr(part, name):
                return name, part, edges, float(size)
    return None


def sentence(name, part, edges, size):
    until = time.monotonic() + SECONDS
    low, high = 0.0, size
    for _ in range(STEPS):
        if time.monotonic() > until:
            break
        middle = (low + high) / 2
        if works(name, part, edges, middle):
            low = middle
        else:
            high = middle
    largest = floor_nicely(low)
    refuse = [edge for edge in edges if time.monotonic() < until and not works(name, part, [edge], size)]
    where = f"{len(refuse)} of these {len(edges)} edges ({about(refuse[0])})" if 0 < len(refuse) < len(edges) else "these edges"
    if largest <= 0:
        return f"{hinting.short(size)} mm is too much for {where}, and so is {hinting.short(size / 2**STEPS)} mm: leave some of them out."
    return f"{hinting.short(size)} mm is too much for {where}; {hinting.short(largest)} mm works."


def works(name, part, edges, size):
    try:
        made = part.fillet(size, edges) if name == "fillet" else part.chamfer(size, None, edges)
        return bool(made.is_valid)
    except Exception:
        return False


def floor_nicely(size):
    """Rounded down to what a person would type."""
    for step in (1, 0.5, 0.1, 0.01):
        rounded = int(size / step + 1e-9) * step
        if rounded > 0 and rounded >= size * 0.9:
            return round(rounded, 3)
    return round(int(size * 1000) / 1000, 3)


def about(edge):
    middle = edge.center()
    return f"{hinting.short(edge.length)} mm long, at {', '.join(hinting.short(part) for part in (middle.X, middle.Y, middle.Z))}"
