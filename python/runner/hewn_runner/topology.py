"""The faces, edges and vertices of a shape in OCCT's map order; that order is their number (KN56)."""

from OCP.BRep import BRep_Tool
from OCP.collections import (
    IndexedDataMap_TopoDS_Shape_List_TopoDS_Shape_TopTools_ShapeMapHasher as AncestorMap,
    IndexedMap_TopoDS_Shape_TopTools_ShapeMapHasher as ShapeMap,
)
from OCP.TopAbs import TopAbs_ShapeEnum as Kind
from OCP.TopExp import TopExp
from OCP.TopoDS import TopoDS


class Topology:
    """
    faces, edges, vertices   as numbered; degenerate edges are left out
    beside                   for each edge the numbers of its faces, lower first
    """

    def __init__(self, shape):
        self.shape = shape
        self.face_map = mapped(shape, Kind.TopAbs_FACE)
        self.faces = [TopoDS.Face(self.face_map.FindKey(i)) for i in range(1, self.face_map.Extent() + 1)]
        self.vertices = [TopoDS.Vertex(part) for part in parts(shape, Kind.TopAbs_VERTEX)]
        ancestors = AncestorMap()
        TopExp.MapShapesAndAncestors_s(shape, Kind.TopAbs_EDGE, Kind.TopAbs_FACE, ancestors)
        self.edges, self.beside = [], []
        for i in range(1, ancestors.Extent() + 1):
            edge = TopoDS.Edge(ancestors.FindKey(i))
            if BRep_Tool.Degenerated_s(edge):
                continue
            self.edges.append(edge)
            self.beside.append(sorted({self.face_map.FindIndex(face) - 1 for face in ancestors.FindFromIndex(i)}))

    def is_seam(self, index):
        return any(BRep_Tool.IsClosed_s(self.edges[index], self.faces[face]) for face in self.beside[index])


def mapped(shape, kind):
    found = ShapeMap()
    TopExp.MapShapes_s(shape, kind, found)
    return found


def parts(shape, kind):
    found = mapped(shape, kind)
    return [found.FindKey(i) for i in range(1, found.Extent() + 1)]
