"""A cut through placed shapes by a plane across X, Y or Z, laid flat: closed outlines in mm (KN62)."""

from OCP.Bnd import Bnd_Box
from OCP.BRepAlgoAPI import BRepAlgoAPI_Common
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepBuilderAPI import BRepBuilderAPI_MakeFace
from OCP.gp import gp_Ax3, gp_Dir, gp_Pln, gp_Pnt, gp_Trsf
from OCP.TopLoc import TopLoc_Location

from . import matrix, mesh

# Towards the eye, and to the right of it, as in the views of a drawing.
SIDES = {"x": ((1, 0, 0), (0, 1, 0)), "y": ((0, -1, 0), (1, 0, 0)), "z": ((0, 0, 1), (1, 0, 0))}


def cut(layers, shapes, section):
    """
    For each layer a shape of flat faces on the ground, with what it was cut out of; empty where the plane misses it.
    section  {axis, at}
    """
    eye, right = SIDES[section["axis"]]
    across = "xyz".index(section["axis"])
    point = [0.0, 0.0, 0.0]
    point[across] = section["at"]
    frame = gp_Ax3(gp_Pnt(*point), gp_Dir(*eye), gp_Dir(*right))
    flat = gp_Trsf()
    flat.SetTransformation(frame)
    down = TopLoc_Location(flat)
    found = []
    for layer in layers:
        placed = shapes[layer["key"]].Moved(matrix.to_location(layer["placement"]))
        reach = 2 * sum(mesh.rough_size(placed)) + 2 * max(abs(part) for part in middle(placed)) + 1
        plane = BRepBuilderAPI_MakeFace(gp_Pln(frame), -reach, reach, -reach, reach).Face()
        found.append(BRepAlgoAPI_Common(placed, plane).Shape().Moved(down))
    return found


def middle(shape):
    box = Bnd_Box()
    BRepBndLib.Add_s(shape, box, False)
    if box.IsVoid():
        return (0.0, 0.0, 0.0)
    low, high = box.CornerMin(), box.CornerMax()
    return ((low.X() + high.X()) / 2, (low.Y() + high.Y()) / 2, (low.Z() + high.Z()) / 2)
