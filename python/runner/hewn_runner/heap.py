"""Memory a job will want, had before it comes: each page costs some 2 µs when it is first written to (KN7)."""

import ctypes
import threading

# malloc.h of glibc; elsewhere there is no such call.
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
AHEAD = 8 << 20
NEVER = 1 << 30


def widen():
    """[Page faults of a plate with 100 holes: 4,250, then 1,300; with four times as much no fewer.]"""
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallopt"):
        return
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    libc.free.argtypes = [ctypes.c_void_p]
    # It stays with the process when it is freed, and large pieces come from it too.
    libc.mallopt(TRIM_THRESHOLD, NEVER)
    libc.mallopt(MMAP_THRESHOLD, NEVER)
    # A thread has a heap of its own, and the next one takes over what one that has ended leaves.
    beside = threading.Thread(target=touch, args=(libc,))
    beside.start()
    beside.join()
    touch(libc)


def touch(libc):
    block = libc.malloc(AHEAD)
    if block:
        ctypes.memset(block, 0, AHEAD)
        libc.free(block)
