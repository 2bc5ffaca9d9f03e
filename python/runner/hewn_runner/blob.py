"""The geometry blob: one binary form for kernel, box engine and viewer (kernel.md §6, KN59)."""

import struct

import numpy as np

FACE = np.dtype(
    [
        ("kind", "<u4"),
        ("flags", "<u4"),
        ("area", "<f8"),
        ("a", "<f8"),
        ("b", "<f8"),
        ("point", "<f8", 3),
        ("axis", "<f8", 3),
        ("centroid", "<f8", 3),
    ]
)
EDGE = np.dtype(
    [
        ("kind", "<u4"),
        ("flags", "<u4"),
        ("faces", "<u4", 2),
        ("length", "<f8"),
        ("radius", "<f8"),
        ("centre", "<f8", 3),
        ("axis", "<f8", 3),
    ]
)
HEADER = 96
CLOSED, EXACT = 1, 2
HOLLOW = 1
EDGE_CLOSED, EDGE_SEAM = 1, 2
NO_FACE = 0xFFFFFFFF


def encode(
    *,
    bounds,
    closed=False,
    exact=False,
    deviation=-1.0,
    face_count=0,
    positions=None,
    normals=None,
    triangles=None,
    face_of=None,
    edge_points=None,
    edge_ranges=None,
    vertices=None,
    faces=None,
    edges=None,
    body=None,
):
    """The bytes; arrays are numpy's, `faces` and `edges` of dtype FACE and EDGE, `body` volume, area and centre."""
    sections = [
        (b"POS ", floats(positions)),
        (b"NRM ", floats(normals)),
        (b"IDX ", whole(triangles)),
        (b"FID ", whole(face_of)),
        (b"EPT ", floats(edge_points)),
        (b"ERG ", whole(edge_ranges)),
        (b"VTX ", floats(vertices)),
        (b"FTB ", table(faces) if exact else b""),
        (b"ETB ", table(edges) if exact else b""),
        (b"BDY ", doubles(body) if exact and body is not None else b""),
    ]
    sections = [(tag, data) for tag, data in sections if data]
    counts = [rows(positions), rows(triangles), len(faces) if faces is not None else face_count]
    counts += [rows(edge_ranges), rows(edge_points), rows(vertices)]
    head = struct.pack(
        "<4sHHII6I", b"HWNG", 1, HEADER, (CLOSED if closed else 0) | (EXACT if exact else 0), len(sections), *counts
    )
    head += doubles([deviation, *bounds])
    offset = HEADER + 16 * len(sections)
    listed, body_bytes = b"", b""
    for tag, data in sections:
        listed += struct.pack("<4sIII", tag, offset, len(data), 0)
        padded = data + bytes(-len(data) % 8)
        body_bytes += padded
        offset += len(padded)
    return head + listed + body_bytes


def rows(array):
    return 0 if array is None else len(array)


def floats(array):
    return b"" if array is None else clean(np.asarray(array, "<f4")).tobytes()


def doubles(values):
    return clean(np.asarray(values, "<f8")).tobytes()


def whole(array):
    return b"" if array is None else np.asarray(array, "<u4").tobytes()


def table(records):
    if records is None:
        return b""
    records = records.copy()
    for name in records.dtype.names:
        if records.dtype[name].base.kind == "f":
            records[name] = clean(records[name])
    return records.tobytes()


def clean(array):
    """No NaN, and −0 is 0: equal shapes give equal bytes."""
    known = array if np.isfinite(array).all() else np.nan_to_num(array, nan=0.0, posinf=0.0, neginf=0.0)
    return known + np.zeros(1, array.dtype)
