"""How many threads a boolean or a mesh may use (KN11)."""

from OCP.OSD import OSD_ThreadPool


def use(count):
    """Of OCCT's own pool, which has the calling thread and so many less one beside it; numpy stays at one."""
    OSD_ThreadPool.DefaultPool_s(1).Init(max(1, int(count)))
