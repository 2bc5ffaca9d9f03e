"""python -m hewn_runner <script> -o <folder>: the same code without a host, and without a sandbox (KN14)."""

import argparse
import os
import sys
import tempfile

DONE, FAILED, USAGE, EXPORT = 0, 1, 64, 70


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def main(arguments=None):
    parser = Parser(prog="python -m hewn_runner", description="Runs a build123d script and writes what it makes.")
    parser.add_argument("script", help="a Python file")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FOLDER", help="where STEP and STL go; it is made if missing"
    )
    options = parser.parse_args(arguments)
    try:
        with open(options.script, "rb") as file:
            source = file.read()
    except OSError as error:
        parser.error(f"cannot read {options.script}: {error.strerror}")
    folder = os.path.abspath(options.output)
    print("hewn_runner: no sandbox here; the script can do what you can do.", file=sys.stderr)
    return run(source, os.path.abspath(options.script), folder)


def run(source, path, folder):
    from . import results, script_room, shape_room, warm
    from .viewer import viewer

    warm.fix_chance()
    note = lambda text, level="info": print(f"hewn_runner: {text}", file=sys.stderr)
    viewer.on_note = note
    entry = os.path.basename(path)
    sys.path.insert(0, os.path.dirname(path))
    order = {"entry": entry, "parameters": {}, "result": "auto"}
    outcome = script_room.run({entry: source}, path, order, lambda line: None, note)
    error, tree = outcome.error, outcome.tree
    sys.stdout.flush()
    if error is not None:
        for key in ("traceback", "message", "hint"):
            if key in error and not (key == "message" and "traceback" in error):
                print(error[key], file=sys.stderr)
        return FAILED
    layers, data, by_path = [], {}, {}
    for n, (header, payload) in enumerate(results.frames_of(tree)):
        path_, shape = tuple(header.pop("path")), header.pop("shape", None)
        by_path[path_] = n
        if payload:
            data[shape] = payload
        layers.append({**header, "n": n, "name": path_[-1], "parent": by_path.get(path_[:-1]), "key": shape})
    written = []

    def send(header, payload=b""):
        if header["t"] == "file":
            write(os.path.join(folder, header["name"]), payload)
            written.append(header["name"])
        elif header["t"] == "note":
            note(header["text"])
        elif header["t"] == "facts":
            for fact in header["facts"]:
                if fact["kind"] in ("size", "volume", "valid"):
                    print("  ".join(str(value) for value in fact.values()))

    wishes = [{"key": key, "mesh": False, "facts": "full", "turns": [[1, 0, 0, 0, 1, 0, 0, 0, 1]]} for key in data]
    title = os.path.splitext(entry)[0]
    order = {"measure": wishes, "formats": ["step", "stl"], "layers": layers, "settings": {}, "title": title}
    try:
        shape_room.Room().build(order, data, send)
    except Exception as failure:
        print(f"hewn_runner: writing the files failed: {type(failure).__name__}: {failure}", file=sys.stderr)
        return EXPORT
    for name in written:
        print(os.path.join(folder, name))
    return DONE


def write(path, data):
    """Complete or absent: temporary name, flush, rename (KN64)."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(path), delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(file.name, path)


if __name__ == "__main__":
    sys.exit(main())
