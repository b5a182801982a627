"""Starts the server: python -m dashboard.serving [serve] [SETTINGS]. Ctrl-C ends it without a word, also while it is still loading."""

from __future__ import annotations

import gc
import os
import sys

if __name__ == "__main__":
    os.umask(0o077)  # the store, its backups, what it writes for a while: for its owner alone
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # its own keeps 23 MB of nothing
    try:
        gc.disable()  # what is loaded stays: to look for garbage in it meanwhile is a fifth of a start
        from dashboard.serving import left_out, server  # noqa: F401  # in this order

        gc.freeze()
        gc.enable()
        sys.exit(server.main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(0)
