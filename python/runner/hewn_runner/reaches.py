"""From where to where each face goes: the box around its edges, which tells the place of a slot, a peg or a step (kernel.md §5)."""

import math

import numpy as np

from . import tables
from .extent import as_location, optimal
from .facts import rounded

# Of a shape with more faces none is told. [400 faces, lines and circles: 3 ms.]
MOST = 400
FULL_TURN = 1 - 1e-9


def reaches_of(topology, edges, rotation):
    """A `reaches` fact of the shape turned by a 3 × 3 matrix, its faces in their order; None where it has too many."""
    if len(topology.faces) > MOST:
        return None
    low, high = boxes_of(topology, edges, rotation)
    boxes = []
    for around in topology.around:
        # A whole ball or ring has no edge.
        if around:
            ends = np.concatenate([low[around].min(0), high[around].max(0)])
            boxes.append([rounded(part) for part in ends])
    return {"kind": "reaches", "boxes": boxes}


def boxes_of(topology, edges, rotation):
    """The least and greatest corner of each edge: of lines and whole circles by formula, of the rest by OCCT."""
    centres, axes = edges["centre"] @ rotation.T, edges["axis"] @ rotation.T
    half = np.zeros_like(centres)
    lines, circles = edges["kind"] == tables.LINE, edges["kind"] == tables.CIRCLE
    circles &= edges["length"] >= 2 * math.pi * edges["radius"] * FULL_TURN
    half[lines] = np.abs(axes[lines]) * edges["length"][lines, None] / 2
    half[circles] = np.sqrt(np.maximum(0, 1 - axes[circles] ** 2)) * edges["radius"][circles, None]
    low, high = centres - half, centres + half
    location = as_location(rotation)
    for index in np.flatnonzero(~(lines | circles)):
        box = optimal(topology.edges[index].Moved(location))
        if box is not None:
            low[index], high[index] = box[:3], box[3:]
    return low, high
