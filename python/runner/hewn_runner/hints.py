"""
One thing to do about an error (KN38). A hint looks at what was raised and at the frames it came through; it names what it
found there. The first that has something to say is the hint.
"""

from . import hints_of_builders, hints_of_calls, hints_of_geometry, hints_of_names
from .hinting import Raised, hints_in


# In this order: what is not there at all comes before how it was called.
HINTS = [one for part in (hints_of_names, hints_of_calls, hints_of_builders, hints_of_geometry) for one in hints_in(part)]


def hint_of(error):
    raised = Raised(error)
    for one in HINTS:
        try:
            text = one(raised)
        except Exception:  # a hint is a courtesy: what it stumbles over must not hide the error
            text = None
        if text:
            return text
    return None
