"""Reads what pip or uv says while it works, and tells how far it is; a pure part."""

from __future__ import annotations

import re

from deploy.install import sentences

_COLLECTED = re.compile(r"(?:Collecting|Processing|Requirement already satisfied:) +(\S+)")
_SIZED = re.compile(r"(?:Downloading|Using cached) (\S+?)(?:-\d\S*)? \(([\d.]+) ?(kB|MB|KiB|MiB)\)")
_FETCHED = re.compile(r"^ *(?:Downloaded|Built) (\S+)")
_WRITES = re.compile(r"^(?:Installing collected packages|Prepared \d+ packages)")
_MEGABYTES = {"kB": 1e-3, "MB": 1.0, "KiB": 1024e-6, "MiB": 1.048576}


class Progress:
    """How far an installation of `of` packages is, told line by line."""

    def __init__(self, of: int) -> None:
        self.of, self.names, self.fetched = of, set[str](), 0.0

    def told(self, line: str) -> str | None:
        """What to show after this line of the installer; None where nothing moved."""
        if _WRITES.match(line):
            return sentences.WRITING
        if sized := _SIZED.search(line):
            self.fetched += float(sized[2]) * _MEGABYTES[sized[3]]
            return self._so_far(sized[1], f"{sized[2].replace('.', ',')} {sized[3]}")
        collected = _COLLECTED.match(line.strip()) or _FETCHED.match(line)
        return self._so_far(collected[1], "") if collected else None

    def _so_far(self, package: str, size: str) -> str:
        name = re.split(r"[=<>;\[]", package.replace("\\", "/").rsplit("/", 1)[-1])[0]
        self.names.add(re.sub(r"-\d.*", "", name).replace("_", "-").lower())
        return sentences.FETCHING.format(
            done=min(len(self.names), self.of),
            of=self.of,
            fetched=round(self.fetched),
            name=name if len(name) < 30 else f"{name[:29]}…",
            size=sentences.SIZE.format(size=size) if size else "",
        )
