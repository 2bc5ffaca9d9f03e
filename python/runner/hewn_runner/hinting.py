"""What hints are made with: the error as it came through its frames, and words for what a script held then (KN38)."""

import difflib
from collections import Counter


def hint(found):
    found.is_hint = True
    return found


def hints_in(module):
    """In the order they are written in."""
    return [one for one in vars(module).values() if getattr(one, "is_hint", False)]


class Raised:
    """An error with its text and the frames it came through, the outermost first."""

    def __init__(self, error):
        self.error = error
        self.text = str(error)
        self.frames = []
        trace = error.__traceback__
        while trace is not None:
            self.frames.append(trace.tb_frame)
            trace = trace.tb_next

    def is_a(self, *kinds):
        return isinstance(self.error, kinds)

    def inside(self, *functions):
        """The innermost frame of a function of that name."""
        return next((frame for frame in reversed(self.frames) if frame.f_code.co_name in functions), None)

    def local(self, function, *names):
        frame = self.inside(function)
        if frame is None:
            return None
        return next((frame.f_locals[name] for name in names if frame.f_locals.get(name) is not None), None)

    def globals(self):
        """Names of the script itself."""
        frame = next((frame for frame in self.frames if frame.f_globals.get("__name__") == "__main__"), None)
        return frame.f_globals if frame else {}


def selection_of(shapes):
    """Where an empty selection came from, as `selections` noted it."""
    from . import selections

    came = selections.origin_of(shapes)
    if came is None:
        return None
    asked, before = came
    return f"{asked} kept nothing of {contents(before)}." if len(before) else f"{asked} had nothing to choose from."


def contents(shapes):
    """`12 edges: 8 lines, 4 circles`"""
    shapes = list(shapes)
    if not shapes:
        return "nothing"
    kind = type(shapes[0]).__name__.lower()
    kinds = Counter(geometry_of(shape) for shape in shapes)
    said = f"{len(shapes)} {plural(kind, len(shapes))}"
    if set(kinds) <= {None, "other"}:
        return said
    return f"{said} ({', '.join(f'{count} {plural(name, count)}' for name, count in kinds.most_common(4) if name)})"


def geometry_of(shape):
    try:
        return shape.geom_type.name.lower()
    except Exception:
        return None


def plural(word, count):
    if count == 1:
        return word
    return {"vertex": "vertices", "torus": "tori"}.get(word, f"{word}s")


def point(vector):
    return f"({', '.join(short(part) for part in (vector.X, vector.Y, vector.Z))})"


def short(number):
    return f"{number:.3f}".rstrip("0").rstrip(".") or "0"


def as_list(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def nearest(name, names, alike=0.6):
    found = difflib.get_close_matches(name, list(names), 1, alike)
    return found[0] if found else None
