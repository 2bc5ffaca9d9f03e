"""What of a script counts: `result`, else what was shown, else the shapes it left at module level, else what it wrote (KN31)."""

import re
from types import ModuleType

from . import items, selections
from .matrix import of_location

OVERLAPPING = 8


class NoResult(Exception):
    """As a JobError."""

    def __init__(self, code, message, hint=None, line=None):
        super().__init__(message)
        self.error = {"code": code, "message": message}
        if hint:
            self.error["hint"] = hint
        if line:
            self.error["line"] = line


RETURNS = "A function gives back what stands behind return: end it with return and the shape."
MADE_OF_NOTHING = (
    "What it was made of was no closed face or body: lines become a face by make_face(), and a face a body by extrude()."
)


def collect(script, module, viewer, mode, note):
    """The tree of items; raises NoResult with what was found instead."""
    names = vars(module)
    lines = script.lines_of_names()
    namer = namer_of(names)
    if names.get("result") is not None:
        return from_result(names["result"], namer, lines)
    if viewer.shown:
        found = [item for shown in viewer.shown for item in from_shown(shown, namer, note)]
        if found:
            return found
    loose = {
        name: names[name]
        for name in lines
        if name in names and not name.startswith("_") and items.is_shape(names[name])
    }
    if mode == "auto" and loose:
        found = from_module(script, loose, lines, namer, {name for name, value in names.items() if items.is_made(value)})
        if not found:
            raise NoResult("SCRIPT_NO_RESULT", *empty(loose), lines.get(next(reversed(loose))))
        return found
    written = [item for one in viewer.exported for item in from_shown(one, namer, lambda text: None)]
    if written:
        note("There is no `result` and nothing was shown: what the script wrote into files counts.")
        return written
    if "result" in names:
        raise NoResult("SCRIPT_NO_RESULT", "`result` is None: what it was set to gave nothing back.", RETURNS, lines.get("result"))
    raise NoResult("SCRIPT_NO_RESULT", *missing(loose, namer))


def shown_before(module, viewer, note):
    """The `layer` frames of what a script had shown when it failed (KN40)."""
    try:
        namer = namer_of(vars(module))
        return list(frames_of([item for shown in viewer.shown for item in from_shown(shown, namer, note)]))
    except Exception:
        return []


def from_result(value, namer, lines):
    line = lines.get("result")
    found = items.items_of(value, namer)
    if not found:
        shape = getattr(value, "_obj", value)
        todo = "Set result to a build123d shape, a builder, or a list or dict of these."
        if items.Shape is not None and isinstance(shape, (items.Shape, items.Builder)):
            todo = MADE_OF_NOTHING
            if selections.emptied[0]:
                todo = why_empty()
            said = f"result is an empty {type(value).__name__}: there is no shape in it."
        elif isinstance(value, (list, tuple, dict)) and not value:
            said = f"result is an empty {type(value).__name__}."
        else:
            said = f"result holds {items.describe(value)}, not a shape."
        raise NoResult("SCRIPT_NOT_A_SHAPE", said, todo, line)
    for item in found:
        item.line = lines.get(item.name, line)
    return found


def from_shown(shown, namer, note):
    found = items.items_of(shown.value, namer, shown.name, shown.variable)
    if not found:
        note(f"show: {items.describe(shown.value)} is not a shape and was left out")
    color, opacity = items.paint(shown.color)
    for item in found:
        item.line = shown.line
        item.color = color or item.color
        item.opacity = (
            opacity if color and shown.alpha is None else (shown.alpha if shown.alpha is not None else item.opacity)
        )
    return found


def from_module(script, loose, lines, namer, names):
    """`names`: those that hold a shape, whatever becomes of it."""
    found = []
    inner = script.inner_names()
    for name, value in loose.items():
        for item in items.items_of(value, namer, variable=name):
            item.line = lines[name]
            if name in inner or name not in names or script.used_later(name, lines[name], names.__contains__):
                # An intermediate: listed, hidden, and no part of the design.
                item.aside = True
                item.visible = False
            found.append(item)
    # Where every shape is read by a later statement, as in a script that ends with an export or a print, the last counts.
    if found and all(item.aside for item in found):
        last = found[-1].line
        for item in found:
            if item.line == last:
                item.aside, item.visible = False, True
    designed = [item for item in found if not item.aside]
    if len(designed) > OVERLAPPING:
        for item in designed[:-1]:
            item.visible = False
    return found


def empty(loose):
    """(message, hint) where what is there has no shape in it."""
    said = ", ".join(f"`{name}`" for name in loose)
    why = why_empty() if selections.emptied[0] else MADE_OF_NOTHING
    return f"There is no shape in {said}: {'it is' if len(loose) == 1 else 'they are'} empty.", why


def why_empty():
    why = selections.emptied[0]
    return f"{why[:1].upper()}{why[1:]} Move it or make it smaller."


def missing(loose, namer):
    """(message, hint) that name the shapes which are there."""
    said = []
    for name, value in loose.items():
        kinds = {item.kind for item in items.items_of(value, namer, variable=name)}
        if kinds:
            said.append((name, f"`{name}` holds {' and '.join(f'a {kind}' for kind in sorted(kinds))}"))
    if not said:
        return (
            "The script ended without a shape: there is no `result`, and nothing was shown.",
            "End the script with result = … and a build123d shape.",
        )
    text = "; ".join(sentence for _, sentence in said[-5:])
    return (f"The script left no `result`: {text}.", f"End the script with result = {said[-1][0]}")


def namer_of(names):
    """object -> the variable that holds it; `result` only where there is no better one."""
    by_id = {}
    for name, value in names.items():
        if name.startswith("_") or isinstance(value, (ModuleType, type)):
            continue
        if id(value) not in by_id or by_id[id(value)] == "result":
            by_id[id(value)] = name
    return lambda value: by_id.get(id(value))


def flatten(tree):
    """Items in order with the path of names that leads to each; equal siblings get ` 2`, ` 3` (KN35)."""
    waiting = [((), item) for item in numbered(tree)]
    while waiting:
        above, item = waiting.pop(0)
        path = (*above, item.name)
        yield path, item
        below = numbered(item.children)
        for child in below:
            child.aside, child.visible = child.aside or item.aside, child.visible and item.visible
            child.color, child.opacity = child.color or item.color, child.opacity if child.color else item.opacity
            child.line = child.line or item.line
        waiting[:0] = [(path, child) for child in below]


def numbered(siblings):
    taken = {}
    for item in siblings:
        item.name = cleaned(item.name)
        count = taken[item.name] = taken.get(item.name, 0) + 1
        if count > 1:
            item.name = f"{item.name} {count}"
    return siblings


def cleaned(name):
    """Any Unicode, on one line, of a length that can be shown."""
    name = re.sub(r"[\x00-\x1f\x7f]+", " ", str(name)).strip().encode("utf-8", "replace").decode()
    return (name if len(name) <= 120 else name[:119] + "…") or "shape"


def frames_of(tree):
    """The `layer` frames: each shape's bytes travel once, however many layers show it."""
    from . import brep

    # Its hash -> (number, shape): equal ones are one, of however many.
    sent, count = {}, 0
    for path, item in flatten(tree):
        header = {"t": "layer", "path": list(path), "kind": item.kind, "visible": item.visible}
        for key in ("color", "opacity"):
            if getattr(item, key) is not None:
                header[key] = getattr(item, key)
        if item.aside:
            header["aside"] = True
        if item.line:
            header["line"] = item.line
        payload = b""
        if item.shape is not None:
            header["placement"] = of_location(item.location)
            alike = sent.setdefault(hash(item.shape), [])
            known = next((number for number, shape in alike if shape.IsEqual(item.shape)), None)
            if known is None:
                known, count = count, count + 1
                alike.append((known, item.shape))
                payload = brep.to_bytes(item.shape)
            header["shape"] = known
        yield header, payload
