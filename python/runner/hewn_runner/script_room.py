"""The room a script runs in: code in; bytes of shapes, names, colours, placements and log out (KN1)."""

import faulthandler
import os
import sys

from . import errors, parameters, project, results, room
from .script import LineFile, Script
from .viewer import viewer


def serve(channel, slot, order, files):
    """One `run`: ends with `end`, whatever happens; the error is sent before anything else is tried."""
    folder = project.lay(slot, files)
    path = os.path.join(folder, order["entry"])
    on_line = LineFile(
        os.path.join(slot, "line"), lambda line: channel.write({"t": "progress", "stage": "run", "line": line})
    )
    faulthandler.enable(open(os.path.join(slot, "crash"), "w"), all_threads=False)
    note = lambda text, level="info": channel.write({"t": "note", "level": level, "text": errors.cut(text)})
    viewer.on_note = note
    project.without_keyboard()
    project.kinder_open(folder)
    project.kinder_copies()
    room.limit(order["limits"]["seconds"], order["limits"]["memory"])
    try:
        room.lock(slot, order.get("locks", ()))
    except room.NotHeld as loose:
        channel.write({"t": "error", "error": loose.error})
        channel.write({"t": "end", "ok": False})
        return
    channel.write({"t": "began"})
    error, tree = run(files, path, order, on_line, note)
    if error is None:
        try:
            for header, payload in results.frames_of(tree):
                channel.write(header, payload)
        except Exception as raised:
            error = errors.script_error(raised, path)
    if error is not None:
        channel.write({"t": "error", "error": error})
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    channel.write({"t": "end", "ok": error is None})


def run(files, path, order, on_line, note):
    """(JobError or None, tree of items)."""
    try:
        source = decoded(files[order["entry"]])
        script = Script(source, path)
    except (SyntaxError, ValueError) as error:
        return errors.syntax_error(as_syntax_error(error, path), path), []
    try:
        parameters.put_in(script.tree, source, order["parameters"])
        show = viewer.globals()
        module = script.run(show, on_line)
        return None, results.collect(script, module, viewer, order["result"], note)
    except SystemExit as ended:
        if ended.code in (None, 0):
            return after_exit(script, order, note)
        return errors.script_error(ended, path), []
    except results.NoResult as missing:
        return missing.error, []
    except BaseException as error:
        return errors.script_error(error, path), []


def after_exit(script, order, note):
    """sys.exit() is a normal end: what stands by then counts."""
    try:
        return None, results.collect(script, sys.modules["__main__"], viewer, order["result"], note)
    except results.NoResult as missing:
        return missing.error, []


def decoded(data):
    return data.decode("utf-8-sig")


def as_syntax_error(error, path):
    if isinstance(error, SyntaxError):
        return error
    found = SyntaxError(str(error))
    found.filename = path
    return found
