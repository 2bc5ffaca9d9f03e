"""Placements: 16 numbers, column-major, millimetres."""

from OCP.gp import gp_Trsf
from OCP.TopLoc import TopLoc_Location


def of_location(location):
    trsf = location.Transformation()
    rows = [[trsf.Value(row, column) for column in (1, 2, 3, 4)] for row in (1, 2, 3)]
    return [
        0.0 + rows[row][column] if row < 3 else (1.0 if column == 3 else 0.0) for column in range(4) for row in range(4)
    ]


def to_location(placement):
    m = placement
    trsf = gp_Trsf()
    trsf.SetValues(m[0], m[4], m[8], m[12], m[1], m[5], m[9], m[13], m[2], m[6], m[10], m[14])
    return TopLoc_Location(trsf)


IDENTITY = [1.0, 0, 0, 0, 0, 1.0, 0, 0, 0, 0, 1.0, 0, 0, 0, 0, 1.0]
