"""
build123d's smallest steps, each done in fewer calls: vectors, and the kind of a shape. A script takes thousands of them, and
they come to a tenth of its time. What is not one of the usual forms goes to build123d's own, so answers and errors are its.
"""

from functools import wraps
from operator import attrgetter
from sys import modules

from build123d import Vector
from build123d.topology import shape_core
from OCP import TopoDS as shapes
from OCP.gp import gp_Dir, gp_Pnt, gp_Vec, gp_XYZ

POINTS = frozenset((gp_Vec, gp_Pnt, gp_Dir, gp_XYZ))
NUMBERS = frozenset((float, int))
KINDS = ("Compound", "CompSolid", "Edge", "Face", "Shell", "Solid", "Vertex", "Wire")
KNOWN = frozenset(getattr(shapes, f"TopoDS_{kind}") for kind in KINDS)


def take():
    """Once, before there is a script."""
    vectors()
    kinds()


def vectors():
    slow = Vector.__init__

    @wraps(slow)
    def begin(self, *args, **kwargs):
        if not kwargs:
            if len(args) == 1:
                (only,) = args
                kind = type(only)
                if kind is Vector:
                    only, kind = only._wrapped, gp_Vec
                # Three numbers pass through the binding in less than one object does.
                if kind in POINTS:
                    self.vector_index = 0
                    self._wrapped = gp_Vec(only.X(), only.Y(), only.Z())
                    return
                if kind is tuple and len(only) == 3 and NUMBERS.issuperset(map(type, only)):
                    self.vector_index = 0
                    self._wrapped = gp_Vec(*map(float, only))
                    return
            elif len(args) == 3 and NUMBERS.issuperset(map(type, args)):
                self.vector_index = 0
                self._wrapped = gp_Vec(*args)
                return
        slow(self, *args, **kwargs)

    Vector.__init__ = begin
    Vector.wrapped = property(attrgetter("_wrapped"), doc=Vector.wrapped.__doc__)

    def made(wrapped):
        vector = Vector.__new__(Vector)
        vector.vector_index = 0
        vector._wrapped = wrapped
        return vector

    def combined(name, step):
        own = getattr(Vector, name)

        @wraps(own)
        def quick(self, vec):
            return made(step(self._wrapped, vec._wrapped)) if type(vec) is Vector else own(self, vec)

        setattr(Vector, name, quick)

    combined("add", gp_Vec.Added)
    combined("sub", gp_Vec.Subtracted)
    combined("cross", gp_Vec.Crossed)

    @wraps(Vector.__iter__)
    def each(self):
        own = self._wrapped
        return iter((own.X(), own.Y(), own.Z()))

    @wraps(Vector.multiply)
    def multiply(self, scale):
        return made(self._wrapped.Multiplied(scale))

    @wraps(Vector.normalized)
    def normalized(self):
        return made(self._wrapped.Normalized())

    @wraps(Vector.to_pnt)
    def to_pnt(self):
        own = self._wrapped
        return gp_Pnt(own.X(), own.Y(), own.Z())

    Vector.__iter__, Vector.multiply, Vector.normalized, Vector.to_pnt = each, multiply, normalized, to_pnt


def kinds():
    slow = shape_core.downcast

    @wraps(slow)
    def downcast(obj):
        # One that has its own type already is what the slow way would hand back.
        return obj if type(obj) in KNOWN and not obj.IsNull() else slow(obj)

    for name, module in list(modules.items()):
        if name.split(".")[0] == "build123d" and getattr(module, "downcast", None) is slow:
            module.downcast = downcast
