"""The session's files as copies, first on sys.path and the working folder (KN27)."""

import builtins
import contextlib
import functools
import os
import shutil
import sys


class Project:
    """Where it lies, once it does."""

    folder = ""


def lay(slot, files):
    """Writes the files below the slot and goes there; returns the folder."""
    folder = os.path.join(slot, "work", "project")
    os.makedirs(os.path.join(folder, "assets"), exist_ok=True)
    for path, data in files.items():
        target = os.path.normpath(os.path.join(folder, path))
        if not target.startswith(folder + os.sep):
            raise ValueError(f"{path!r} leaves the project")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(data)
    os.chdir(folder)
    Project.folder = folder
    sys.path.insert(0, folder)
    return folder


def without_keyboard():
    def no_input(prompt=""):
        raise EOFError("There is no keyboard: input() has nobody to ask.")

    builtins.input = no_input


def kinder_copies():
    """Rights and times of a file cannot be set in here; shutil.copy and its kin copy the content all the same."""
    for name in ("copymode", "copystat"):
        setattr(shutil, name, forgiving(getattr(shutil, name)))


def forgiving(plain):
    @functools.wraps(plain)
    def tried(*given, **options):
        with contextlib.suppress(PermissionError):
            plain(*given, **options)

    return tried


def kinder_open(folder):
    """A missing parent of a file opened for writing in the project is made."""
    plain = builtins.open

    def opened(file, mode="r", *more, **options):
        if isinstance(file, (str, os.PathLike)) and any(letter in mode for letter in "wax"):
            parent = os.path.dirname(os.path.abspath(os.fspath(file)))
            if parent.startswith(folder + os.sep):
                os.makedirs(parent, exist_ok=True)
        return plain(file, mode, *more, **options)

    builtins.open = opened
