"""The C library of this process, once: each way to it is some memory and time of every worker."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
