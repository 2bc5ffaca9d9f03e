"""
build123d's smallest steps, each done in fewer calls: vectors, places, and the kind of a shape. A script takes thousands of them,
and they come to a tenth of its time. What is not one of the usual forms goes to build123d's own, so answers and errors are its.
"""

from functools import wraps
from math import radians
from operator import attrgetter
from sys import modules

from build123d import Location, Rotation, Vector
from build123d.geometry import _canonical_quaternion_key, _rounded_key
from build123d.topology import shape_core
from OCP import TopoDS as shapes
from OCP.gp import gp_Dir, gp_EulerSequence, gp_Pnt, gp_Quaternion, gp_Trsf, gp_Vec, gp_XYZ
from OCP.TopLoc import TopLoc_Location

POINTS = frozenset((gp_Vec, gp_Pnt, gp_Dir, gp_XYZ))
NUMBERS = frozenset((float, int))
KINDS = ("Compound", "CompSolid", "Edge", "Face", "Shell", "Solid", "Vertex", "Wire")
KNOWN = frozenset(getattr(shapes, f"TopoDS_{kind}") for kind in KINDS)


def take():
    """Once, before there is a script."""
    vectors()
    places()
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


def places():
    slow, turning = Location.__init__, Rotation.__init__

    @wraps(slow)
    def begin(self, *args, **kwargs):
        if len(args) == 1 and not kwargs:
            (only,) = args
            kind = type(only)
            if kind is TopLoc_Location:
                self.location_index, self._wrapped = 0, only
                return
            if kind is tuple and len(only) == 3 and NUMBERS.issuperset(map(type, only)):
                return put(self, gp_Trsf(), *only)
            if kind is Vector:
                own = only._wrapped
                return put(self, gp_Trsf(), own.X(), own.Y(), own.Z())
        slow(self, *args, **kwargs)

    @wraps(turning)
    def turn(self, *args, **kwargs):
        if kwargs or len(args) > 3 or not NUMBERS.issuperset(map(type, args)):
            return turning(self, *args, **kwargs)
        turned, moved = gp_Quaternion(), gp_Trsf()
        turned.SetEulerAngles(gp_EulerSequence.gp_Intrinsic_XYZ, *map(radians, (*args, 0.0, 0.0, 0.0)[:3]))
        moved.SetRotation(turned)
        put(self, moved, 0.0, 0.0, 0.0)

    def put(place, moved, *position):
        moved.SetTranslationPart(gp_Vec(*position))
        place.location_index, place._wrapped = 0, TopLoc_Location(moved)

    @wraps(Location._key)
    def key(self):
        own = self._wrapped.Transformation()
        at = own.TranslationPart()
        return _rounded_key((at.X(), at.Y(), at.Z())), _canonical_quaternion_key(own.GetRotation())

    Location.__init__, Location._key, Rotation.__init__ = begin, key, turn


def kinds():
    slow = shape_core.downcast

    @wraps(slow)
    def downcast(obj):
        # One that has its own type already is what the slow way would hand back.
        return obj if type(obj) in KNOWN and not obj.IsNull() else slow(obj)

    for name, module in list(modules.items()):
        if name.split(".")[0] == "build123d" and getattr(module, "downcast", None) is slow:
            module.downcast = downcast
