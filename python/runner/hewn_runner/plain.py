"""Which statements do nothing but model, and which names they touch: what may run before its turn is decided by these."""

import ast
import sys
from types import ModuleType

# What these give acts on what it is given, on the builder around it, and on nothing else.
LIBRARIES = ("build123d", "bd_warehouse", "math")
# Files, and what prints or shows, belong to their place in the script.
ELSEWHERE = ("import", "export", "Export", "Mesher", "show")
BUILTINS = frozenset(
    "abs all any bool dict divmod enumerate filter float int len list map max min pow range reversed round set sorted str "
    "sum tuple zip".split()
)
# What these do is seen outside, and changes nothing that a later statement could see.
TELLING = frozenset("print show show_object debug log set_port set_defaults".split())
STATEMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.With, ast.If, ast.For, ast.Pass, ast.FunctionDef)
OTHERS = (
    *(ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop, ast.arguments, ast.arg, ast.keyword),
    *(ast.withitem, ast.comprehension, ast.Return, ast.Break, ast.Continue),
    *(ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.Starred, ast.Constant, ast.Call, ast.Lambda, ast.IfExp),
    *(ast.BinOp, ast.BoolOp, ast.UnaryOp, ast.Compare, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.NamedExpr),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.JoinedStr, ast.FormattedValue),
)
# Whoever holds one of these holds a value, which nobody changes.
VALUES = (int, float, str, bool, complex, type(None))


class Plain:
    """What is known of a script before it runs."""

    def __init__(self, tree):
        self.own = {name for node in ast.walk(tree) for name in bound_by(node)}
        self.functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        self.libraries, self.modules, self.foreign = set(), {}, set()
        for node in ast.walk(tree):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self.take_import(node)

    def take_import(self, node):
        for alias in node.names:
            name = alias.asname or alias.name.split(".")[0]
            if isinstance(node, ast.ImportFrom):
                module = sys.modules.get(node.module or "")
                names = offered(module) if alias.name == "*" else {alias.name: name}
                is_known = node.level == 0 and is_library(node.module or "")
                for given, taken in names.items():
                    free = is_known and not given.startswith(ELSEWHERE) and not isinstance(getattr(module, given, None), ModuleType)
                    (self.libraries if free else self.foreign).add(taken)
            elif is_library(alias.name) and (alias.asname or "." not in alias.name):
                self.modules[name] = sys.modules.get(alias.name)
            else:
                self.foreign.add(name)

    def models(self, statement):
        """Whether it does nothing but model: whatever it calls is a library's, a plain builtin or plain itself."""
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            return is_loaded(statement)
        return isinstance(statement, (*STATEMENTS, ast.withitem)) and all(map(self.is_plain, ast.walk(statement)))

    def is_passed(self, statement):
        """Whether it does nothing but model, print and show."""
        tells = lambda node: isinstance(node, ast.Name) and node.id in TELLING and node.id not in self.own
        return isinstance(statement, STATEMENTS) and all(self.is_plain(node) or tells(node) for node in ast.walk(statement))

    def is_plain(self, node):
        if isinstance(node, ast.Name):
            return self.is_plain_name(node.id)
        if isinstance(node, ast.Attribute):
            if node.attr.startswith(("_", *ELSEWHERE)):
                return False
            root = root_of(node)
            if isinstance(root, ast.Name) and root.id in self.modules:
                # Of a module only what it offers, and nothing is put into it.
                return node.value is not root or isinstance(node.ctx, ast.Load) and node.attr in offered(self.modules[root.id])
            return isinstance(node.ctx, ast.Load) or self.may_change(root)
        if isinstance(node, ast.Subscript):
            return isinstance(node.ctx, ast.Load) or self.may_change(root_of(node))
        if isinstance(node, ast.FunctionDef):
            defaults = (*node.args.defaults, *(default for default in node.args.kw_defaults if default))
            return not node.decorator_list and all(isinstance(default, ast.Constant) for default in defaults)
        if isinstance(node, ast.comprehension):
            return not node.is_async
        return isinstance(node, (*STATEMENTS, *OTHERS))

    def is_plain_name(self, name):
        if name in self.foreign:
            return False
        if name.startswith("_"):
            return name == "__name__"
        return name in self.own or name in self.libraries or name in self.modules or name in BUILTINS

    def may_change(self, root):
        return isinstance(root, ast.Name) and root.id in self.own and root.id not in self.functions

    def touched(self, statement):
        """(names of the script it reads, names it binds), with what the functions it mentions read."""
        reads, binds = set(), set()
        waiting = [statement]
        while waiting:
            for node in ast.walk(waiting.pop()):
                new = (set(read_by(node)) & self.own) - reads
                waiting.extend(self.functions[name] for name in new & self.functions.keys())
                reads |= new
                binds.update(bound_by(node))
        return reads, binds


def read_by(node):
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def bound_by(node):
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg


def root_of(node):
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node


def is_library(module):
    return module.split(".")[0] in LIBRARIES and module in sys.modules


def is_loaded(statement):
    """What was imported before is only looked up; no file of a script comes before it."""
    if isinstance(statement, ast.ImportFrom):
        return statement.level == 0 and statement.module in sys.modules
    return all(alias.name in sys.modules for alias in statement.names)


def offered(module):
    """name -> name of what a module gives to `import *`."""
    names = getattr(module, "__all__", None) or [name for name in vars(module or object) if not name.startswith("_")]
    return {name: name for name in names}


def is_value(thing):
    """Whether nobody can change it, so that who reads it is touched by nobody."""
    return isinstance(thing, VALUES) or type(thing) is tuple and all(map(is_value, thing))
