"""What a parked worker has imported before a job comes (KN4)."""

import gc
import importlib
import random

from . import fonts

MODULES = (
    "math",
    "json",
    # Sources and logs are decoded and encoded by these, which Python otherwise reads at their first use.
    "encodings.utf_8_sig",
    "encodings.latin_1",
    "encodings.ascii",
    "encodings.cp437",
    "encodings.utf_16_be",
    "encodings.mac_roman",
    # The first text wants these tables of its font.
    "fontTools.ttLib.tables.otTables",
    "fontTools.ttLib.tables._n_a_m_e",
    "fontTools.ttLib.tables._f_v_a_r",
    "fontTools.ttLib.tables.C_P_A_L_",
    "fontTools.ttLib.ttVisitor",
    "fontTools.misc.bezierTools",
    "fontTools.pens.boundsPen",
    "numpy",
    "build123d",
    "bd_warehouse.fastener",
    "bd_warehouse.bearing",
    "bd_warehouse.gear",
    "bd_warehouse.flange",
    "bd_warehouse.pipe",
    "ocp_vscode",
    "hewn_runner.heap",
    "hewn_runner.script_room",
    "hewn_runner.shape_room",
)


def load(exercised=False):
    """`exercised`: has also done once what jobs do, for all that are forked from it."""
    for module in MODULES:
        importlib.import_module(module)
    from . import brisk, exercise, laid_on, script_room

    fonts.register()
    brisk.take()
    laid_on.take()
    if exercised:
        exercise.take()
    script_room.prepare()
    gc.collect()
    gc.freeze()


def versions():
    import platform
    from importlib.metadata import version

    return {
        "python": platform.python_version(),
        "build123d": version("build123d"),
        "occt": version("cadquery-ocp-novtk"),
    }


def fix_chance():
    """The same script gives the same bytes; one that wants chance seeds it (KN12)."""
    import numpy

    random.seed(0)
    numpy.random.seed(0)
