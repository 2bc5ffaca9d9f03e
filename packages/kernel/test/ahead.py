"""
Runs scripts with another value of each of their parameters, once as they are and once ahead of that value, and prints what both
left: layers, bytes, the error, the names of the module in order, and the share of the statements that had run before it came.
"""

import hashlib
import json
import os
import sys
import tempfile
from ast import parse

from hewn_runner import fonts, parameters, results, script_room, warm
from hewn_runner.beginning import put_in
from hewn_runner.standing import Standing
from hewn_runner.viewer import viewer

tricks, *models = sys.argv[1:]
scripts = [tuple(part.split("\n", 1)) for part in open(tricks).read().split("# ── ")[1:]]
scripts += [(os.path.basename(os.path.dirname(path)), open(path).read()) for path in models]
os.chdir(tempfile.mkdtemp())
os.mkdir("assets")
fonts.register()
script_room.prepare()


class Waits:
    """In the place of a `Beginning`: the value is there when it is wanted."""

    def __init__(self, values):
        self.values, self.came, self.early = values, False, None

    def wait(self, script):
        self.came = True
        put_in(script, parameters.literals(script.tree, script.source), self.values, vars(sys.modules["__main__"]))


def left_by(source, values, ahead):
    warm.fix_chance()
    viewer.shown.clear()
    order = {"entry": "model.py", "parameters": {} if ahead else values, "result": "auto"}
    ran, waits = [], Waits(values)
    if ahead:
        order["ahead"] = list(values)
    said = lambda text, level="info": None
    files, on_line = {"model.py": source.encode()}, lambda line: waits.came or ran.append(line)
    # What is looked at after each statement, and sent early, makes no difference either.
    waits.early = {name: line for line, text in enumerate(source.split("\n"), 1) for name in text.split()[:1]} if ahead else None
    outcome = script_room.run(
        files, "model.py", order, on_line, said, lambda: None, waits, Standing(lambda data: None)
    )
    told = [[header, hashlib.sha256(payload).hexdigest()] for header, payload in results.frames_of(outcome.tree)]
    left = json.dumps([told, outcome.error, list(vars(sys.modules["__main__"]))])
    return left, len(ran)


found = []
for name, source in scripts:
    for parameter in parameters.parameters_of(parse(source), source):
        value = parameter["value"]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            values = {parameter["name"]: value + 1 if isinstance(value, int) else value * 1.02}
            plainly, _ = left_by(source, values, False)
            ahead, before = left_by(source, values, True)
            found.append([f"{name}: {parameter['name']}", plainly, ahead, before])
print(json.dumps({"found": found}))
