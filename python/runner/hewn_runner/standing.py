"""
Shapes that stand before their script has done. Which these were is told with a draft's end; in the next one of the same script each
is sent as soon as it stands again, and is measured while the rest is made (KN75).
"""

import time

from build123d import Builder, Shape

from . import brep, items
from .script import bound_by

# What stands so many seconds of work before the end, or less, is not worth an order of its own.
WORTH = 0.005
MOST = 32


class Standing:
    """
    send   takes the bytes of one shape
    """

    def __init__(self, send):
        self.send = send
        # name -> (line, what was there, when) of what it was bound to last
        self.bound = {}

    def look(self, statement, names, expected):
        """After each top-level statement; `expected`: name -> line of the one after which it stood last time."""
        for name in dict.fromkeys(bound_by(statement)):
            value = names.get(name)
            # A builder goes on to hold another one.
            value = getattr(value, "_obj", None) if isinstance(value, Builder) else value
            if not isinstance(value, Shape):
                self.bound.pop(name, None)
                continue
            self.bound[name] = (statement.lineno, value, time.thread_time())
            if expected.get(name) == statement.lineno:
                for shape in shapes_in(value):
                    self.send(brep.to_bytes(shape))

    def early(self, tree):
        """What of the result stood well before the end, as the next run is to expect it."""
        final, now = list(leaves(tree)), time.thread_time()
        is_final = lambda shape: any(map(shape.IsPartner, final))
        early = [(name, line, shapes_in(value)) for name, (line, value, when) in self.bound.items() if now - when >= WORTH]
        found = [(name, line) for name, line, shapes in early if shapes and all(map(is_final, shapes))]
        return dict(found[:MOST])


def shapes_in(value):
    try:
        return list(leaves(items.items_of(value, lambda _: None)))
    except Exception:
        # What is wrong with it is told where it is shown.
        return []


def leaves(tree):
    for item in tree:
        if item.shape is not None:
            yield item.shape
        yield from leaves(item.children)
