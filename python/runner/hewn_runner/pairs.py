"""How the parts of a design stand to each other: common volume where they touch, least distance where they are near (kernel.md §5)."""

import time

import numpy as np
from OCP.Bnd import Bnd_Box
from OCP.BRepAlgoAPI import BRepAlgoAPI_Common
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepExtrema import BRepExtrema_DistShapeShape
from OCP.BRepGProp import BRepGProp
from OCP.GProp import GProp_GProps

from . import matrix, tables
from .facts import rounded
from .tolerances import INTERFERENCE

NEAR = 5.0
MOST = 1000


def pairs_of(layers, shapes, known, patience):
    """
    {a, b, interference?, clearance?} of each two whose boxes touch or are near, nearest first, a and b being numbers of
    layers; last, where time ended before, the number of those that are left.
    known   pairs that were measured before
    patience  seconds; what did not fit is for a check (KN46)
    """
    solid = [layer for layer in layers if tables.has_solid(shapes[layer["key"]])][:MOST]
    placed = [shapes[layer["key"]].Moved(matrix.to_location(layer["placement"])) for layer in solid]
    until = time.monotonic() + patience
    done = {tuple(pair) for pair in known}
    wanted = [pair for pair in near(placed) if (solid[pair[1]]["n"], solid[pair[2]]["n"]) not in done]
    for count, (gap, one, other) in enumerate(wanted):
        # One at least, so that a hundred builds measure a hundred.
        if count > 0 and time.monotonic() > until:
            yield {"left": len(wanted) - count}
            return
        found = {"a": solid[one]["n"], "b": solid[other]["n"]}
        common = common_volume(placed[one], placed[other]) if gap <= 0 else 0.0
        if gap <= 0:
            found["interference"] = rounded(common)
        if common <= INTERFERENCE:
            apart = BRepExtrema_DistShapeShape(placed[one], placed[other])
            if apart.IsDone() and apart.Value() <= NEAR:
                found["clearance"] = rounded(apart.Value())
        yield found


def near(placed):
    """(gap between the boxes, number, number), nearest first."""
    if len(placed) < 2:
        return []
    boxes = np.array([box_of(shape) for shape in placed])
    apart = np.maximum(boxes[:, None, :3] - boxes[None, :, 3:], boxes[None, :, :3] - boxes[:, None, 3:]).max(2)
    ones, others = np.nonzero(np.triu(apart <= NEAR, 1))
    return sorted((float(apart[one, other]), int(one), int(other)) for one, other in zip(ones, others))


def box_of(shape):
    box = Bnd_Box()
    BRepBndLib.Add_s(shape, box, False)
    return (*tables.xyz(box.CornerMin()), *tables.xyz(box.CornerMax())) if not box.IsVoid() else (np.inf,) * 3 + (-np.inf,) * 3


def common_volume(one, other):
    common = BRepAlgoAPI_Common(one, other)
    if not common.IsDone() or common.Shape().IsNull():
        return 0.0
    measured = GProp_GProps()
    BRepGProp.VolumeProperties_s(common.Shape(), measured)
    return abs(measured.Mass())
