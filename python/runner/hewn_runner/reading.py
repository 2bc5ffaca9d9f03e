"""Reads a script and executes nothing: parameters, imports, whether it shows something, syntax errors (KN13)."""

import ast

from . import parameters
from .errors import syntax_error

SHOWING = {"show", "show_object", "show_all", "show_objects", "push_object"}


def read(text, values=None, back=False):
    """`reading`; with `values` also what is wrong with them, and with `back` the text that has them."""
    path = "model.py"
    try:
        compile(text, path, "exec", dont_inherit=True)
        tree = ast.parse(text, path)
    except (SyntaxError, ValueError) as error:
        found = syntax_error(error if isinstance(error, SyntaxError) else SyntaxError(str(error)), path)
        problem = {"line": found.get("line", 1), "column": found.get("column", 1), "message": found["message"]}
        return {"parameters": [], "imports": [], "shows": False, "problems": [problem]}
    reading = {
        "parameters": parameters.parameters_of(tree, text),
        "imports": imports_of(tree),
        "shows": shows(tree),
        "problems": [],
    }
    if values:
        reading["refused"] = parameters.problems_with(tree, text, values)
        if back and not reading["refused"]:
            reading["text"] = parameters.written_back(text, values)
    return reading


def imports_of(tree):
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return sorted(names)


def shows(tree):
    """Whether it leaves `result` or gives something to the viewer."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "result" and isinstance(node.ctx, ast.Store):
            return True
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", None)
            if name in SHOWING:
                return True
    return False
