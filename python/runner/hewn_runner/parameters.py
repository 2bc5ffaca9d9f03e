"""Parameters of a script: found, put in and written back by its syntax tree; nothing runs (KN41 to KN44)."""

import ast
import io
import math
import re
import tokenize

UNITS = {"MM": "mm", "CM": "cm", "M": None, "IN": "in", "FT": None}
ANGLES = {"angle", "angles", "rotation", "tilt", "twist", "deg", "degrees"}
BARE = {
    *(
        "count",
        "number",
        "num",
        "n",
        "qty",
        "quantity",
        "teeth",
        "rows",
        "cols",
        "columns",
        "copies",
        "sides",
        "segments",
    ),
    *("ratio", "factor", "scale", "share", "percent", "turns", "starts"),
}
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
COMMENT = re.compile(
    r"#\s*(?P<label>[^\[;]*?)\s*(?:\[(?P<inside>[^\]]*)\])?\s*(?:(?:^|(?<=[\s\]#]))(?P<unit>mm|cm|in|deg|°))?\s*(?:;\s*(?P<note>.*?))?\s*$"
)
RANGES = (
    re.compile(rf"\s*(?P<low>{NUMBER})\s*\.\.\s*(?P<high>{NUMBER})\s*(?:/\s*(?P<step>{NUMBER})\s*)?$"),
    re.compile(rf"\s*(?P<low>{NUMBER})\s*:\s*(?P<step>{NUMBER})\s*:\s*(?P<high>{NUMBER})\s*$"),
    re.compile(rf"\s*(?P<low>{NUMBER})\s*:\s*(?P<high>{NUMBER})\s*$"),
)


def parameters_of(tree, source):
    """As `Parameter`s of the model, in the order of the script."""
    return [parameter for parameter, _ in found_in(tree, source)]


def put_in(tree, source, values):
    """Replaces the literals of these names; values were checked before (`problems_with`)."""
    if values:
        put(tree, literals(tree, source), values)


def literals(tree, source):
    """Name -> the node that stands for its value."""
    return {parameter["name"]: node for parameter, node in found_in(tree, source)}


def put(tree, nodes, values):
    for name, value in values.items():
        replace(tree, nodes[name], ast.copy_location(ast.Constant(typed(value, held(nodes[name]))), nodes[name]))


def written_back(source, values):
    """The text with exactly these literals' characters changed."""
    tree = ast.parse(source)
    lines = source.encode().splitlines(keepends=True)
    nodes = literals(tree, source)
    for name, value in sorted(values.items(), key=lambda pair: position(nodes[pair[0]]), reverse=True):
        node = nodes[name]
        line = lines[node.lineno - 1]
        lines[node.lineno - 1] = (
            line[: node.col_offset] + spelled(value, held(node)).encode() + line[node.end_col_offset :]
        )
    text = b"".join(lines).decode()
    put_in(tree, source, values)
    if ast.dump(simplified(ast.parse(text))) != ast.dump(simplified(tree)):
        raise ValueError("writing the values back would change more than these literals")
    return text


def problems_with(tree, source, values):
    """Sentences that say which of these values cannot be taken, and why."""
    known = {parameter["name"]: (parameter, node) for parameter, node in found_in(tree, source)}
    return [problem for name, value in values.items() if (problem := problem_with(known, name, value))]


def problem_with(known, name, value):
    if name not in known:
        listed = ", ".join(known) or "none"
        return f"{name} is not a parameter of this script; it has: {listed}."
    parameter, node = known[name]
    before = held(node)
    if "choices" in parameter:
        offered = [choice["value"] for choice in parameter["choices"]]
        return None if value in offered else f"{name} is one of {', '.join(map(str, offered))}, not {value!r}."
    if isinstance(before, bool) or isinstance(value, bool):
        return (
            None
            if isinstance(before, bool) and isinstance(value, bool)
            else f"{name} is {kind(before)}, not {value!r}."
        )
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        return f"{name} is a number, not {value!r}."
    if isinstance(before, int) and value != int(value):
        return f"{name} is a whole number, not {value!r}."
    if "min" in parameter and value < parameter["min"] or "max" in parameter and value > parameter["max"]:
        return f"{name} lies between {parameter['min']} and {parameter['max']}, not at {value}."
    return None


def found_in(tree, source):
    """(Parameter, the literal's node) of each."""
    comments = comments_of(source)
    stored, read = names_in(tree)
    found = []
    for statement in tree.body:
        name, value = assigned(statement)
        if name is None or name.startswith("_") or name == "result" or stored.get(name) != 1 or name not in read:
            continue
        node, unit = literal(value)
        if node is None:
            continue
        parameter = described(name, held(node), unit, comments.get(statement.end_lineno, ""))
        if parameter:
            found.append(({**parameter, "at": {"line": statement.lineno}}, node))
    return found


def assigned(statement):
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id, statement.value
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
        return statement.target.id, statement.value
    return None, None


def literal(value):
    """(node of the bare literal, unit name or None); (None, None) for anything else."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult) and isinstance(value.right, ast.Name):
        if value.right.id in UNITS and literal(value.left) != (None, None):
            return value.left, value.right.id
        return None, None
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub) and is_number(value.operand):
        return value, None
    if is_number(value) or isinstance(value, ast.Constant) and isinstance(value.value, (bool, str)):
        return value, None
    return None, None


def is_number(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)


def held(node):
    return -node.operand.value if isinstance(node, ast.UnaryOp) else node.value


def described(name, value, factor, comment):
    parts = COMMENT.match(comment)
    parts = parts.groupdict() if parts else {}
    words = set(re.split(r"[_\d]+", name.lower()))
    label = (parts.get("label") or "").strip() or name.replace("_", " ").strip().capitalize()
    parameter = {"name": name, "label": label, "value": value}
    if parts.get("note"):
        parameter["note"] = parts["note"]
    inside = parts.get("inside")
    if inside is not None and not isinstance(value, bool):
        parameter |= range_of(inside) or choices_of(inside, value)
    if isinstance(value, str):
        return parameter if "choices" in parameter else None
    if isinstance(value, bool) or "choices" in parameter:
        return parameter
    if isinstance(value, int):
        parameter.setdefault("step", 1)
    unit = {"°": "deg"}.get(parts.get("unit"), parts.get("unit"))
    if factor is not None:
        unit = UNITS[factor]
    elif unit is None:
        unit = "deg" if words & ANGLES else None if words & BARE else "mm"
    return {**parameter, "unit": unit} if unit else parameter


def range_of(text):
    for pattern in RANGES:
        match = pattern.match(text)
        if match:
            low, high, step = (number(part) for part in (match["low"], match["high"], match.groupdict().get("step")))
            return {"min": low, "max": high, **({"step": step} if step else {})} if low < high else {}
    return {}


def choices_of(text, value):
    choices = []
    for item in text.split(","):
        key, _, label = item.partition(":")
        key = key.strip().strip("\"'")
        if not key:
            return {}
        if not isinstance(value, str):
            if not re.fullmatch(NUMBER, key):
                return {}
            key = number(key)
        choices.append({"value": key, "label": label.strip() or str(key)})
    return {"choices": choices} if len(choices) > 1 else {}


def number(text):
    if text is None:
        return None
    return int(text) if re.fullmatch(r"[+-]?\d+", text) else float(text)


def comments_of(source):
    """Line -> the comment at its end."""
    found = {}
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                found[token.start[0]] = token.string
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def names_in(tree):
    """(name -> how often it is bound anywhere, names that are read)."""
    stored, read = {}, set()
    for node in ast.walk(tree):
        bound = []
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                read.add(node.id)
            else:
                bound.append(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.append(node.name)
        elif isinstance(node, ast.arg):
            bound.append(node.arg)
        elif isinstance(node, ast.alias):
            bound.append((node.asname or node.name).split(".")[0])
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            bound.extend(node.names)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.append(node.name)
        for name in bound:
            stored[name] = stored.get(name, 0) + 1
    return stored, read


def replace(tree, old, new):
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return


def simplified(tree):
    """-5 and the constant −5 are one value."""

    class Fold(ast.NodeTransformer):
        def visit_UnaryOp(self, node):
            if isinstance(node.op, ast.USub) and is_number(node.operand):
                return ast.Constant(-node.operand.value)
            return self.generic_visit(node)

    return Fold().visit(tree)


def position(node):
    return node.lineno, node.col_offset


def typed(value, before):
    """A value as the literal it replaces has it: 3 where 2.5 stood is 3.0."""
    return value if isinstance(before, (bool, str)) else type(before)(value)


def spelled(value, before):
    return repr(typed(value, before))


def kind(value):
    return "True or False" if isinstance(value, bool) else "a number"
