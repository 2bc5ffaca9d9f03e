"""The peer of the slider rows: the same script and a Delabella mesh in one warm process, with nothing around it."""

import json
import sys
import time

import build123d
from OCP.BRep import BRep_Builder, BRep_Tool
from OCP.BRepMesh import BRepMesh_IncrementalMesh
from OCP.IMeshTools import IMeshTools_MeshAlgoType as Algorithm
from OCP.IMeshTools import IMeshTools_Parameters
from OCP.TopAbs import TopAbs_ShapeEnum
from OCP.TopExp import TopExp_Explorer
from OCP.TopLoc import TopLoc_Location
from OCP.TopoDS import TopoDS, TopoDS_Compound


def mesh(shape, deviation, algorithm, clean):
    settings = IMeshTools_Parameters()
    settings.Deflection, settings.Angle, settings.MeshAlgo = deviation, 0.35, algorithm
    settings.CleanModel, settings.InParallel = clean, True
    BRepMesh_IncrementalMesh(shape, settings)


def bare_faces(shape):
    """Letters stay without triangles; without them it would not be the same mesh."""
    builder, compound, explorer = BRep_Builder(), TopoDS_Compound(), TopExp_Explorer(shape, TopAbs_ShapeEnum.TopAbs_FACE)
    builder.MakeCompound(compound)
    count = 0
    while explorer.More():
        face = TopoDS.Face(explorer.Current())
        if BRep_Tool.Triangulation_s(face, TopLoc_Location()) is None:
            builder.Add(compound, face)
            count += 1
        explorer.Next()
    return compound if count else None


# Its "Arial" would otherwise be whatever this machine has: other letters, another part.
sys.path.insert(0, sys.argv[1])
from hewn_runner import fonts  # noqa: E402

fonts.register()
print("ready", flush=True)
for line in sys.stdin:
    order = json.loads(line)
    began = time.perf_counter()
    names = {"__name__": "__main__"}
    exec(compile(order["script"], "model.py", "exec"), names)
    built = time.perf_counter()
    result = names["result"]
    for solid in result.leaves if getattr(result, "children", ()) else [result]:
        mesh(solid.wrapped, order["deviation"], Algorithm.IMeshTools_MeshAlgoType_Delabella, True)
        rest = bare_faces(solid.wrapped)
        if rest is not None:
            mesh(rest, order["deviation"], Algorithm.IMeshTools_MeshAlgoType_Watson, False)
    ended = time.perf_counter()
    print(json.dumps({"build": (built - began) * 1000, "mesh": (ended - built) * 1000}), flush=True)
