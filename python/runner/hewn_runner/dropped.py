"""A body that a statement makes and nobody keeps: without a builder an operation leaves what it is given as it was (KN38)."""

import ast

from build123d import Compound, Shape, Solid

LONGEST = 60


def told(statement, value, names, source, kept):
    """What to say of a top-level statement that came to `value`; None where nothing was lost. `kept`: shown or written."""
    if not isinstance(value, (Compound, Solid)) or value.parent is not None or is_held(value, (*names.values(), *kept)):
        return None
    text = " ".join((ast.get_source_segment(source, statement.value) or "").split())
    made = text if 0 < len(text) <= LONGEST else "…"
    what = f"`{text}`" if made == text else "this line"
    of = next((name for name in names_in(statement.value) if isinstance(names.get(name), Shape)), None)
    lost = "nothing holds it" if of is None else f"`{of}` is as it was"
    return f"Line {statement.lineno}: what {what} makes is dropped, and {lost}. Write {of or 'part'} = {made}"


def is_held(value, things):
    """By a name, or in a list or dict that has one."""
    inner = lambda one: one.values() if isinstance(one, dict) else one if isinstance(one, (list, tuple)) else ()
    return any(value is one or any(value is each for each in inner(one)) for one in things)


def names_in(node):
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
