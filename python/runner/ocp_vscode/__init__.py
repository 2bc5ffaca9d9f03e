"""Stands in for the viewer that build123d scripts import: showing a shape makes it a layer of the result (KN32)."""

import enum as _enum
import sys as _sys
import types as _types

from hewn_runner.viewer import viewer as _viewer

show = _viewer.show
show_object = _viewer.show_object
show_all = _viewer.show_all
push_object = _viewer.push_object
show_objects = _viewer.show_objects
remove_object = _viewer.remove_object
show_clear = reset_show = _viewer.show_clear

_defaults = {}


class Camera(_enum.Enum):
    RESET = "reset"
    CENTER = "center"
    KEEP = "keep"
    ISO = "iso"
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"
    FRONT = "front"
    BACK = "back"


class Collapse(_enum.Enum):
    NONE = 0
    LEAVES = 1
    ALL = 2
    ROOT = 3


class Render(_enum.Enum):
    ALL = 0
    FACES = 1
    EDGES = 2
    NONE = 3


def set_defaults(**options):
    _defaults.update(options)


def get_defaults():
    return dict(_defaults)


def get_default(key):
    return _defaults.get(key)


def reset_defaults():
    _defaults.clear()


def set_viewer_config(**options):
    pass


def get_viewer_config():
    return {}


def workspace_config(port=None):
    return {}


def combined_config(port=None, use_status=True):
    return dict(_defaults)


def status(port=None, debug=False):
    return {}


def set_port(port, host="127.0.0.1"):
    pass


def get_port():
    return 0


def select_port():
    pass


def save_screenshot(filename, port=None, polling=True):
    _viewer.on_note(f"save_screenshot: there is no screen here; {filename} was not written")


def set_colormap(*_, **__):
    pass


def unset_colormap():
    pass


def get_colormap():
    return None


__all__ = [name for name in dir() if not name.startswith("_")]

# Some scripts reach for the parts of the real package by name.
for _part in ("show", "config", "comms", "colors", "animation", "persistence"):
    _module = _types.ModuleType(f"ocp_vscode.{_part}")
    vars(_module).update({name: globals()[name] for name in __all__})
    _sys.modules[f"ocp_vscode.{_part}"] = _module
