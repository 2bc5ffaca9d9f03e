"""When a script counts as begun: at once, or, where it runs ahead of its values, when these have come (KN74)."""

import os
import sys
import time
from contextvars import Context

from . import exercise, heap, parameters, threads, warm

# One that had less to do beforehand than this, in seconds, has touched few of the pages it will write (KN7).
COLD = 0.025


class Beginning:
    """
    came      whether it has begun
    partial   whether what is shown is to be sent while it runs
    early     what stood early in the last run, where that is of interest (KN75)
    """

    def __init__(self, channel, order, spent):
        self.channel, self.spent = channel, spent
        self.came = self.partial = False
        self.early = None
        self.changing = order.get("ahead", ())
        if self.changing:
            threads.use(order.get("threads", 1))
            self.since = time.process_time()
        else:
            self.begin(order)

    def begin(self, order):
        threads.use(order.get("threads", 1))
        self.came, self.partial, self.early = True, order.get("partial", False), order.get("early")
        self.spent.on("before")
        self.channel.write({"t": "began"})

    def wait(self, script=None):
        """Returns when the values are there, and puts them in where there is a script."""
        if self.came:
            return
        literals = script and parameters.literals(script.tree, script.source)
        # A hand that did not rest is waiting already.
        if not self.channel.has_more():
            self.make_ready()
        frame = self.channel.read()
        if frame is None:
            os._exit(0)
        order, _ = frame
        self.spent.restart()
        if script:
            moved = {name: value for name, value in order["parameters"].items() if name in self.changing}
            put_in(script, literals, moved, vars(sys.modules["__main__"]))
        self.begin(order)

    def make_ready(self):
        """As a worker does that waits for nothing (KN7); what it was heated by meanwhile counts."""
        self.channel.write({"t": "waits", "ready": False})
        if time.process_time() - self.since < COLD:
            # Whatever a script is in the middle of, this has nothing to do with it.
            Context().run(exercise.made)
            warm.fix_chance()
        heap.widen()
        self.channel.write({"t": "waits", "ready": True})


def put_in(script, literals, values, names):
    """Into the text that has not run yet, and where its literals have been read already."""
    parameters.put(script.tree, literals, values)
    for statement in script.tree.body:
        name, value = parameters.assigned(statement)
        if name in values and name in names:
            names[name] = eval(script.compiled(value), names)
