"""Shapes to bytes and back: BinTools, without triangles, so equal shapes give equal bytes (KN1, KN53)."""

import io

from OCP.BinTools import BinTools, BinTools_FormatVersion
from OCP.BRepTools import BRepTools
from OCP.TopoDS import TopoDS_Shape
from OCP.TopTools import TopTools_FormatVersion

VERSION = BinTools_FormatVersion.BinTools_FormatVersion_CURRENT


def to_bytes(shape):
    """The same whether or not it is part of another, which OCCT notes in the shape itself."""
    was_free = shape.Free()
    shape.Free(True)
    try:
        return written(shape, False)
    finally:
        shape.Free(was_free)


def to_bytes_with_normals(shape):
    """With its triangles and their normals."""
    return written(shape, True)


def written(shape, triangles):
    stream = io.BytesIO()
    BinTools.Write_s(shape, stream, triangles, triangles, VERSION)
    return stream.getvalue()


def from_bytes(data):
    shape = TopoDS_Shape()
    BinTools.Read_s(shape, io.BytesIO(data))
    if shape.IsNull():
        raise ValueError("these bytes hold no shape")
    return shape


def to_text(shape):
    """As other programs read it."""
    stream = io.BytesIO()
    BRepTools.Write_s(shape, stream, False, False, TopTools_FormatVersion.TopTools_FormatVersion_VERSION_1)
    return stream.getvalue()
