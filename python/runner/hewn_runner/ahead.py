"""
A slider's next step, begun before its value is known: what does not depend on it runs ahead, and the script then waits at the
first thing that does (KN74). Only what does nothing but model is run so, and only where nothing that is passed over could have
touched it: a script cannot tell, but by the clock.
"""

import ast
import copy

from .plain import Plain, is_value

TURN = "__hewn_turn__"


class Ahead:
    """
    tree      of the script; statements are run by `run(statement)`
    changing  parameters whose values are to come
    wait      returns when they are there
    """

    def __init__(self, tree, changing, wait):
        self.plain = Plain(tree)
        self.body = tree.body
        self.changing = frozenset(changing)
        self.wait = wait
        self.came = False
        self.ran = []
        # id of a statement that had its turn before -> what it bound
        self.done = {}

    def instead(self, statement, names, run):
        """What is to be run where a statement has its turn; None when it was run before."""
        if id(statement) in self.done:
            names.update(self.done.pop(id(statement)))
            return None
        if self.came:
            return statement
        if self.is_free(statement):
            self.ran.append(statement)
            return statement
        if not self.plain.is_passed(statement):
            self.come()
            return statement
        self.jump(statement, names, run)
        parted = self.parted(statement, names)
        if parted is None:
            self.come()
        return parted or statement

    def is_free(self, node):
        """Whether it may run before the values are there."""
        return self.plain.models(node) and not self.plain.touched(node)[0] & self.changing

    def come(self):
        """The values are there, or waited for."""
        if not self.came:
            self.came = True
            self.wait()

    def jump(self, first, names, run):
        """Later statements that nothing here has to do with are run now, and what they bind is kept for their turn."""
        together = Together(self.plain.functions)
        for statement in self.ran:
            together.join(self.touched(statement), names)
        held, passed, kept = set(self.changing), set(), {}
        for statement in self.body[self.body.index(first) :]:
            if not self.plain.is_passed(statement):
                break
            reads, binds = self.plain.touched(statement)
            is_free = not (reads | binds) & held and not binds & (passed | names.keys()) and self.plain.models(statement)
            if is_free and self.goes_well(statement, binds, names, run):
                together.join(reads | binds, names)
                kept[id(statement)] = binds
            else:
                held |= together.of(reads, names) | binds
                passed |= reads | binds
        for statement, binds in kept.items():
            self.done[statement] = {name: names.pop(name) for name in binds if name in names}

    def goes_well(self, statement, binds, names, run):
        """One that fails is run when it has its turn, and says so then."""
        try:
            run(statement)
            return True
        except Exception:
            for name in binds:
                names.pop(name, None)
            return False

    def parted(self, statement, names):
        """A `with` whose head does not change waits before the first statement in it that does."""
        if not isinstance(statement, ast.With) or not all(map(self.is_free, statement.items)):
            return None
        at = next((at for at, inner in enumerate(statement.body) if not self.is_free(inner)), None)
        if at is None:
            return None
        inner = statement.body[at]
        wait = ast.parse(f"{TURN}()").body[0]
        for node in ast.walk(wait):
            ast.copy_location(node, inner)
        names[TURN] = lambda: (names.pop(TURN, None), self.come())
        deeper = self.parted(inner, names)
        parted = copy.copy(statement)
        parted.body = [*statement.body[:at], *([deeper] if deeper else [wait, inner]), *statement.body[at + 1 :]]
        return parted

    def touched(self, statement):
        reads, binds = self.plain.touched(statement)
        return reads | binds


class Together:
    """Names that may hold parts of one thing: who changes it by one of them changes it for all."""

    def __init__(self, functions):
        self.functions = functions
        self.groups = {}

    def join(self, touched, names):
        things = {name for name in touched if self.is_thing(name, names)}
        group = things.union(*(self.groups.get(name, ()) for name in things))
        for name in group:
            self.groups[name] = group

    def of(self, touched, names):
        things = {name for name in touched if self.is_thing(name, names)}
        return things.union(*(self.groups.get(name, ()) for name in things))

    def is_thing(self, name, names):
        return name not in self.functions and not is_value(names.get(name, self))
