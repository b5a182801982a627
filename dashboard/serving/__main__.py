"""Starts the server: python -m dashboard.serving [serve] [SETTINGS]. Ctrl-C ends it without a word, also while it is still loading."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    try:
        from dashboard.serving import server

        sys.exit(server.main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(0)
