"""What went wrong, as a JobError: code, message, line, column, traceback of the user's own frames (KN37)."""

import difflib
import errno
import os
import pkgutil
import sys
import traceback

FRAMES = 12
TEXT = 4000


def syntax_error(error, path):
    text = (error.text or "").rstrip("\n")
    found = {
        "code": "SCRIPT_SYNTAX",
        "message": cut(f"{type(error).__name__}: {error.msg}{f', at: {text.strip()}' if text.strip() else ''}"),
    }
    if error.lineno and (error.filename in (None, path)):
        found["line"] = error.lineno
        if error.offset and error.offset > 0:
            found["column"] = 1 + utf16(text[: error.offset - 1])
    return found


def script_error(error, path):
    """`path` is the entry script: `line` is always a line of it; an error in another file is named in the message."""
    project = os.path.dirname(path)
    frames = traceback.extract_tb(error.__traceback__)
    entry = [frame for frame in frames if frame.filename == path]
    own = [frame for frame in frames if inside(frame.filename, project)]
    message = said(error)
    if own and own[-1].filename != path:
        message += f" (in {os.path.relpath(own[-1].filename, project)}, line {own[-1].lineno})"
    found = {"code": code_of(error), "message": cut(message)}
    if entry:
        found["line"] = entry[-1].lineno
        if entry[-1].colno is not None:
            source = line_of(path, entry[-1].lineno)
            found["column"] = 1 + utf16(source.encode()[: entry[-1].colno].decode(errors="ignore"))
    found["traceback"] = cut(traceback_of(error, frames, project), TEXT * 4)
    hint = hint_of(error)
    if hint:
        found["hint"] = cut(hint)
    return found


def code_of(error):
    if isinstance(error, MemoryError):
        return "LIMIT_MEMORY"
    if isinstance(error, ImportError):
        return "SCRIPT_IMPORT"
    if isinstance(error, OSError) and error.errno in (errno.EFBIG, errno.ENOSPC, errno.EDQUOT):
        return "LIMIT_SCRATCH"
    if isinstance(error, SystemExit):
        return "SCRIPT_EXIT"
    return "SCRIPT_ERROR"


def said(error):
    if isinstance(error, SystemExit):
        return f"The script ended itself with status {error.code!r}."
    if isinstance(error, MemoryError):
        return "The script needed more memory than it may have."
    # The last line of what Python itself would print, with its own "Did you mean".
    try:
        return "".join(traceback.TracebackException.from_exception(error).format_exception_only()).strip()
    except Exception:
        return type(error).__name__


def traceback_of(error, frames, project):
    lines = ["Traceback (most recent call last):"]
    kept = frames[-FRAMES * 4 :]
    shown = 0
    library = None
    for frame in kept:
        if not inside(frame.filename, project):
            library = frame
            continue
        if shown == FRAMES:
            break
        if library is not None and shown:
            lines.append(f"  … in {library.name}, a library call")
        library = None
        shown += 1
        lines.append(f'  File "{os.path.relpath(frame.filename, project)}", line {frame.lineno}, in {frame.name}')
        if frame.line:
            lines.append(f"    {frame.line}")
    if library is not None and shown:
        where = os.path.basename(os.path.dirname(library.filename)) or "a library"
        lines.append(f"  … in {library.name} of {where}")
    return "\n".join([*lines, said(error)])


def hint_of(error):
    if isinstance(error, ModuleNotFoundError) and error.name:
        near = nearest(error.name.split(".")[0], modules())
        here = "Here are the standard library, build123d, numpy, scipy, sympy, ezdxf, svgpathtools and bd_warehouse."
        return f"There is no module {error.name}. {f'The nearest is {near}. ' if near else ''}{here}"
    if (
        isinstance(error, ImportError)
        and error.name
        and error.name in sys.modules
        and getattr(error, "name_from", None)
    ):
        near = nearest(error.name_from, dir(sys.modules[error.name]))
        return f"{error.name} has {near}." if near else None
    if isinstance(error, PermissionError):
        called = [os.path.basename(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
        if "socket.py" in called:
            return "Scripts have no network: bring what it needs as a file of the session."
        if "subprocess.py" in called or "os.py" in called:
            return "Scripts cannot start other programs."
        return "Scripts read and write files in their own folder only; use a relative name."
    if isinstance(error, EOFError) and "keyboard" in str(error):
        return "Write the value into the script, as a parameter."
    return None


def nearest(name, names):
    found = difflib.get_close_matches(name, names, 1, 0.6)
    return found[0] if found else None


def modules():
    return {*sys.stdlib_module_names, *(module.name for module in pkgutil.iter_modules())}


def inside(filename, project):
    return filename.startswith(project + os.sep)


def line_of(path, number):
    import linecache

    return linecache.getline(path, number)


def utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text, length=TEXT):
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= length else text[: length - 1] + "…"
