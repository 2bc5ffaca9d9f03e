"""
What build123d writes files with: a missing folder is made, and what will not be kept, or cannot be written, is said (KN27). What
is written is remembered: it is the result of a script that has no other (KN31).
"""

import errno
import functools
import os

import build123d
from build123d import ExportDXF, ExportSVG, Mesher, exporters3d

NAMES = ("file_path", "path", "file_name")


def watch(folder, note, exported):
    """Once, before there is a script; `folder()` is where the project lies, `exported` is told of every shape."""
    for name in [one for one in dir(exporters3d) if one.startswith("export_")]:
        kinder = telling(made_ready(getattr(exporters3d, name), folder, note), 0, exported)
        setattr(exporters3d, name, kinder)
        if hasattr(build123d, name):
            setattr(build123d, name, kinder)
    for exporter in (ExportDXF, ExportSVG, Mesher):
        exporter.write = made_ready(exporter.write, folder, note)
        exporter.add_shape = telling(exporter.add_shape, 1, exported)


def telling(plain, place, exported):
    """`place`: which of its arguments holds the shape."""

    @functools.wraps(plain)
    def told(*given, **options):
        done = plain(*given, **options)
        if len(given) > place:
            exported(given[place])
        return done

    return told


def made_ready(plain, folder, note):
    @functools.wraps(plain)
    def written(*given, **options):
        target = given[1] if len(given) > 1 else next((options[name] for name in NAMES if name in options), None)
        if isinstance(target, (str, bytes, os.PathLike)):
            make_room(os.fsdecode(target), folder(), note)
        return plain(*given, **options)

    return written


def make_room(target, folder, note):
    place = os.path.abspath(target)
    parent = os.path.dirname(place)
    try:
        os.makedirs(parent, exist_ok=True)
    except OSError:
        raise PermissionError(errno.EACCES, "this folder is not the script's", target) from None
    if not place.startswith(folder + os.sep):
        note(f"{os.path.basename(place)} is written outside the script's folder and is not kept: give a name without a folder.")
