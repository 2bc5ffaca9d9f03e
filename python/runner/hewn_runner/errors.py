"""What went wrong, as a JobError: code, message, line, column, traceback of the user's own frames (KN37)."""

import errno
import os
import re
import traceback

from .hints import hint_of

FRAMES = 12
ADDRESS = re.compile(r"<(?:\w+\.)*(\w+) object at 0x[0-9a-f]+>")
TEXT = 4000


def syntax_error(error, path):
    text = (error.text or "").rstrip("\n")
    found = {
        "code": "SCRIPT_SYNTAX",
        "message": cut(f"{type(error).__name__}: {error.msg}{f', at: {text.strip()}' if text.strip() else ''}{what_it_is(error, text)}"),
    }
    if error.lineno and (error.filename in (None, path)):
        found["line"] = error.lineno
        if error.offset and error.offset > 0:
            found["column"] = 1 + utf16(text[: error.offset - 1])
    return found


def what_it_is(error, text):
    """What was pasted with a script and is none of it."""
    if text.lstrip().startswith("```"):
        return ". These marks are Markdown: leave out the lines that have them"
    if text.lstrip().startswith(("%", "!")):
        return ". Lines that begin with % or ! belong to a notebook: leave them out"
    if any(mark in error.msg for mark in "“”‘’"):
        return ". A word processor made these quotes: write \" or '"
    if found := re.search(r"\b\d+(?:\.\d+)?(mm|cm|m|inch|in|deg)\b", text):
        return f". Sizes are numbers in mm and angles in degrees: leave out the {found[1]}, or multiply, as 2 * CM or 1 * IN"
    return ""


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
        if isinstance(error, TypeError) and "The following argument types are supported" in str(error):
            # Six lines of what the native function takes say nothing about what was written.
            given = ADDRESS.sub(r"\1", str(error).rpartition("Invoked with:")[2].strip())
            return f"TypeError: a native function does not take these arguments: {given}"
        # Of OCCT's own the last name says all.
        return re.sub(r"^(?:OCP\.)+\w+\.", "", "".join(traceback.TracebackException.from_exception(error).format_exception_only()).strip())
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
