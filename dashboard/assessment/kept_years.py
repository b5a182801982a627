"""A province and its years as bytes and back: what one process works out, others read (`kept_frames`)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from dashboard.assessment import kept_frames
from dashboard.assessment.rows_by_year import RowsByYear
from dashboard.assessment.seen_by_year import Province, day_seen, frames_seen, rows_seen
from dashboard.assessment.standing import Standing, as_standing
from dashboard.plan import Plan

SHARED = tuple(one for one in Province._fields if one not in ("plan", "as_of", "rows"))
"""What all years share in frames."""
ROWS = "rows"
BY_NAME = ("progress", "inferred")
"""The parts of a standing that are frames by name."""


def written_province(known: Province) -> bytes:
    """What every year shares: a head that tells how long each part is, the frames (of the chosen rows their columns alone), then the chosen rows of each year, packed."""
    named = {name: getattr(known, name) for name in SHARED}
    frames = kept_frames.written({**named, ROWS: known.rows.of(years=[])})
    pieces = known.rows.pieces()
    head = json.dumps([len(frames), [[year, len(one)] for year, one in pieces.items()]]).encode()
    return b"".join([head, b"\n", frames, *pieces.values()])


def read_province(content: bytes, plan: Plan, as_of: dt.date) -> Province:
    """What `written_province` wrote, by the plan and on the day by which it was worked out. Errors: `ValueError`, `KeyError` for other bytes."""
    head, _, rest = content.partition(b"\n")
    length, pieces = json.loads(head)
    frames, packed = kept_frames.read(rest[:length]), {}
    for year, size in pieces:
        packed[year], length = rest[length : length + size], length + size
    rows = RowsByYear(frames[ROWS], packed).settled()
    return Province(plan, as_of, rows=rows, **{name: frames[name] for name in SHARED})


def written_year(standing: Standing) -> bytes:
    """What a year has of its own."""
    own = {"table": standing.table, "flags": standing.flags}
    for part in BY_NAME:
        own |= {f"{part}/{name}": frame for name, frame in getattr(standing, part).items()}
    return kept_frames.written(own)


def seen_print(known: Province, year: int) -> str:
    """What tells whether a year must be worked out anew: plan, the day and everything that it sees (`day_seen`, `seen_by`), value by value. Where it is as it was, so is the year."""
    told = [known.plan.model_dump_json(), day_seen(known, year).isoformat(), year]
    found = hashlib.sha256(json.dumps(told).encode())
    found.update(kept_frames.written(frames_seen(known, year)))
    for columns, years in rows_seen(known, year).values():
        for piece in known.rows.told(columns, years):
            found.update(piece)
    return found.hexdigest()


def read_year(content: bytes, known: Province, year: int) -> Standing:
    """The standing that `written_year` wrote, of this province. Errors: `ValueError`, `KeyError` for other bytes."""
    frames = kept_frames.read(content)
    progress, inferred = (
        {
            name.partition("/")[2]: frame
            for name, frame in frames.items()
            if name.startswith(f"{part}/")
        }
        for part in BY_NAME
    )
    return as_standing(known, year, frames["table"], progress, inferred, frames["flags"])
