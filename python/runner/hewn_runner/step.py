"""STEP in mm with the assembly tree, names, colours and shared shapes; equal input gives equal bytes (KN62)."""

import io

from build123d import Color
from OCP.APIHeaderSection import APIHeaderSection_MakeHeader
from OCP.BRepBuilderAPI import BRepBuilderAPI_Copy
from OCP.BRepGProp import BRepGProp
from OCP.GProp import GProp_GProps
from OCP.IFSelect import IFSelect_ReturnStatus
from OCP.Interface import Interface_Static
from OCP.Message import Message, Message_Gravity
from OCP.ShapeCustom import ShapeCustom
from OCP.STEPCAFControl import STEPCAFControl_Controller, STEPCAFControl_Writer
from OCP.STEPControl import STEPControl_Reader, STEPControl_StepModelType
from OCP.TopAbs import TopAbs_ShapeEnum
from OCP.TCollection import TCollection_ExtendedString, TCollection_HAsciiString
from OCP.TDataStd import TDataStd_Name
from OCP.TDocStd import TDocStd_Document
from OCP.TopLoc import TopLoc_Location
from OCP.XCAFApp import XCAFApp_Application
from OCP.XCAFDoc import XCAFDoc_ColorType, XCAFDoc_DocumentTool
from OCP.XSControl import XSControl_WorkSession

from .matrix import to_location
from .step_order import in_order
from .topology import parts

# Files carry no clock.
TIME = "2000-01-01T00:00:00"
SCHEMAS = {"AP214": "AP214IS", "AP242": "AP242DIS"}
COLORS = (XCAFDoc_ColorType.XCAFDoc_ColorGen, XCAFDoc_ColorType.XCAFDoc_ColorSurf)


# What a file may be off by when it is read back, as a share of the volume.
CLOSE = 1e-5


def write_step(layers, shapes, title="design", schema="AP214"):
    """
    (bytes, None), or (bytes, why they are not to be trusted): what was written is read back before anybody has it (KN64).
    layers   those of a `shapes` frame; groups become assemblies
    shapes   key -> TopoDS_Shape
    """
    meant = sum(volume_of(shapes[layer["key"]]) for layer in layers if layer.get("key") is not None)
    data = assembled(layers, shapes, title, schema)
    if is_close(read_volume(data), meant):
        return data, None
    # A face of a circle turned around its own middle comes back as the rest of the ball: it is written as a B-spline then.
    # [The round corner of a swept pipe: 404.0 for 437.5 mm³.]
    plainer = {key: ShapeCustom.ConvertToBSpline_s(shape, False, True, False, False) for key, shape in shapes.items()}
    data = assembled(layers, plainer, title, schema)
    found = read_volume(data)
    if is_close(found, meant):
        return data, None
    return data, f"the STEP file encloses {found:.6g} mm³ when it is read back, and the design {meant:.6g}"


def is_close(found, meant):
    return abs(found - meant) <= CLOSE * abs(meant)


def read_volume(data):
    reader = STEPControl_Reader()
    if reader.ReadStream("design", io.BytesIO(data)) != IFSelect_ReturnStatus.IFSelect_RetDone:
        return 0.0
    reader.TransferRoots()
    return volume_of(reader.OneShape())


def volume_of(shape):
    measured = GProp_GProps()
    for solid in parts(shape, TopAbs_ShapeEnum.TopAbs_SOLID):
        one = GProp_GProps()
        BRepGProp.VolumeProperties_s(solid, one)
        measured.Add(one)
    return measured.Mass()


def assembled(layers, shapes, title, schema):
    document = TDocStd_Document(TCollection_ExtendedString("BinXCAF"))
    XCAFApp_Application.GetApplication_s().InitDocument(document)
    XCAFDoc_DocumentTool.SetLengthUnit_s(document, 0.001)
    shape_tool = XCAFDoc_DocumentTool.ShapeTool_s(document.Main())
    color_tool = XCAFDoc_DocumentTool.ColorTool_s(document.Main())
    shape_tool.SetAutoNaming_s(False)
    # One shape or one group is the whole file; several lie side by side in an assembly.
    single = sum(1 for layer in layers if layer.get("parent") is None) == 1
    root = None if single else shape_tool.NewShape()
    if root is not None:
        name(root, title)
    groups, known = {}, {}
    for layer in layers:
        above = groups.get(layer.get("parent"), root)
        if layer.get("key") is None:
            label = shape_tool.NewShape()
            name(label, layer["name"])
            component = shape_tool.AddComponent(above, label, TopLoc_Location()) if above is not None else label
            name(component, layer["name"])
            groups[layer["n"]] = label
            continue
        shape = shapes[layer["key"]]
        if above is None:
            label = shape_tool.AddShape(shape.Moved(to_location(layer["placement"])), False)
            name(label, layer["name"])
            paint(color_tool, label, layer)
            continue
        # One product for every layer that shows the same shape in the same colour; each place has its own name.
        likeness = (layer["key"], layer.get("color"), layer.get("opacity"))
        if likeness not in known:
            if any(key == layer["key"] for key, *_ in known):
                shape = BRepBuilderAPI_Copy(shape).Shape()
            known[likeness] = shape_tool.AddShape(shape, False)
            name(known[likeness], layer["name"])
            paint(color_tool, known[likeness], layer)
        component = shape_tool.AddComponent(above, known[likeness], to_location(layer["placement"]))
        name(component, layer["name"])
    shape_tool.UpdateAssemblies()
    return written(document, title, SCHEMAS[schema])


def written(document, title, schema):
    for printer in Message.DefaultMessenger_s().Printers():
        printer.SetTraceLevel(Message_Gravity.Message_Fail)
    STEPCAFControl_Controller.Init_s()
    Interface_Static.SetCVal_s("write.step.schema", schema)
    Interface_Static.SetCVal_s("write.step.unit", "MM")
    writer = STEPCAFControl_Writer(XSControl_WorkSession(), False)
    writer.SetColorMode(True)
    writer.SetNameMode(True)
    writer.Transfer(document, STEPControl_StepModelType.STEPControl_AsIs)
    header = APIHeaderSection_MakeHeader(writer.Writer().Model())
    header.SetName(TCollection_HAsciiString(ascii_only(title)))
    header.SetTimeStamp(TCollection_HAsciiString(TIME))
    header.SetOriginatingSystem(TCollection_HAsciiString("Hewn"))
    header.Apply(writer.Writer().Model())
    stream = io.BytesIO()
    if writer.WriteStream(stream) != IFSelect_ReturnStatus.IFSelect_RetDone:
        raise RuntimeError("the STEP writer refused this shape")
    return in_order(stream.getvalue())


def name(label, text):
    TDataStd_Name.Set_s(label, TCollection_ExtendedString(text, True))


def paint(color_tool, label, layer):
    if layer.get("color"):
        red, green, blue = (int(layer["color"][i : i + 2], 16) / 255 for i in (1, 3, 5))
        color = Color(red, green, blue, layer.get("opacity") or 1.0).wrapped
        for kind in COLORS:
            color_tool.SetColor(label, color, kind)


def ascii_only(text):
    return text.encode("ascii", "replace").decode()
