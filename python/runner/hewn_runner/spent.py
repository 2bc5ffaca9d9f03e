"""Where the time of a job goes: told with its `end`, and printed by the bench."""

import time


class Spent:
    """Milliseconds by what they went into, one stage after another, and those of processor time of all."""

    def __init__(self):
        self.restart()

    def restart(self):
        self.stages = {}
        self.since, self.processor = time.perf_counter(), time.process_time()

    def on(self, stage):
        """What passed since the last call went into this."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + (now - self.since) * 1000
        self.since = now

    def told(self):
        processor = (time.process_time() - self.processor) * 1000
        return {**{stage: round(part, 2) for stage, part in self.stages.items()}, "processor": round(processor, 2)}
