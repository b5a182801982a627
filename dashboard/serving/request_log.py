"""One line of log a request."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping

from starlette.types import Scope

LOG = logging.getLogger("dashboard.requests")


def log(scope: Scope, status: int | None, seconds: float) -> None:
    """One line without anybody's name, address, or what stands after a page's name."""
    path = scope["path"]
    if LOG.isEnabledFor(logging.INFO) and not path.startswith(("/static/", "/_stcore/health")):
        short = (
            "/".join(path.split("/")[:3])
            if path.startswith("/_stcore")
            else f"/{path.split('/')[1]}"
        )
        line: Mapping[str, object] = {
            "kind": scope["type"],
            "method": scope.get("method", ""),
            "path": short,
            "status": status,
            "ms": round(seconds * 1000),
        }
        LOG.info(json.dumps(line, ensure_ascii=False))
