from build123d import *

length = 60.0       # Length [30 .. 120 / 6] mm
leaf = 25.0         # Leaf width [15 .. 40 / 1] mm
thickness = 3.0     # Thickness [2 .. 5 / 0.5] mm
pin_diameter = 4.0  # Pin [3 .. 6 / 0.5] mm
play = 0.2          # Play [0.1 .. 0.5 / 0.05] mm; around the pin and between the knuckles
opening = 0         # Opening [0 .. 90 / 5] deg; of the right leaf

knuckle = pin_diameter + 2 * thickness
third = length / 3


def blade(side, spans):
    """A leaf with a knuckle at every span (from, to) along the pin; `side` is −1 or 1."""
    plate = Pos(side * (knuckle / 2 + play + leaf / 2), 0, 0) * Box(leaf, length, thickness)
    for low, high in spans:
        barrel = Pos(0, (low + high) / 2, 0) * Rot(90, 0, 0) * Cylinder(knuckle / 2, high - low)
        arm = Pos(side * (knuckle / 4 + play / 2), (low + high) / 2, 0) * Box(knuckle / 2 + play, high - low, thickness)
        plate += barrel + arm
    return plate - Rot(90, 0, 0) * Cylinder(pin_diameter / 2 + play / 2, length)


left = blade(-1, [(-length / 2, -third / 2 - play), (third / 2 + play, length / 2)])
right = blade(1, [(-third / 2, third / 2)])
pin = Rot(90, 0, 0) * Cylinder(pin_diameter / 2, length)

# The right leaf turns around the pin.
RevoluteJoint("pin", left, axis=-Axis.Y, angular_range=(0, 180))
RigidJoint("pin", right, left.joints["pin"].location)
left.joints["pin"].connect_to(right.joints["pin"], angle=opening)

left.color = Color("steelblue")
right.color = Color("darkorange")
pin.color = Color("gray")

result = Compound(label="hinge", children=[left, right, pin])
left.label, right.label, pin.label = "left leaf", "right leaf", "pin"
