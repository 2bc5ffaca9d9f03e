from build123d import *

diameter = 36.0     # Diameter [20 .. 60 / 1] mm
height = 18.0       # Height [10 .. 30 / 1] mm
shaft = 6.0         # Shaft [3 .. 10 / 0.1] mm
bore_depth = 12.0   # Bore depth [6 .. 15 / 1] mm
grips = 12          # Number of grips [6 .. 24 / 2]

with BuildPart() as knob:
    # The turned body: half a profile around Z, the grips cut out of its edge afterwards.
    with BuildSketch(Plane.XZ):
        with BuildLine():
            Polyline(
                (0, 0),
                (diameter / 2 - 4, 0),
                (diameter / 2 - 4, 3),
                (diameter / 2, 3),
                (diameter / 2, height - 2),
                (diameter / 2 - 2, height),
                (0, height),
                close=True,
            )
        make_face()
    revolve(axis=Axis.Z)
    with PolarLocations(diameter / 2 + 1, grips, start_angle=180 / grips):
        Cylinder(3, height, align=(Align.CENTER, Align.CENTER, Align.MIN), mode=Mode.SUBTRACT)
    with Locations(Pos(0, 0, 0) * Rot(180, 0, 0)):
        Hole(shaft / 2, bore_depth)

result = knob.part
result.label = "knob"
result.color = Color("black")
