from build123d import *

width = 80.0        # Width [40 .. 160 / 5] mm
depth = 50.0        # Depth [30 .. 100 / 5] mm
thickness = 6.0     # Thickness [3 .. 12 / 0.5] mm
screw = 4.5         # Screw hole [3 .. 6 / 0.5] mm; clearance for M4
head = 8.0          # Screw head [6 .. 12 / 0.5] mm
head_depth = 2.5    # Head depth [1 .. 4 / 0.5] mm
margin = 10.0       # From edge to screw [8 .. 15 / 1] mm

with BuildPart() as plate:
    Box(width, depth, thickness)
    fillet(plate.edges().filter_by(Axis.Z), 5)
    top = plate.faces().sort_by(Axis.Z)[-1]
    with Locations(top):
        with GridLocations(width - 2 * margin, depth - 2 * margin, 2, 2):
            CounterBoreHole(screw / 2, head / 2, head_depth)
        Hole(10)
    print("plate weighs", round(plate.part.volume * 0.0027), "g in aluminium")

result = plate
