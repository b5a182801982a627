"""An edition as its readers open it, as bytes and back: what one process unpacks of a seal, others read in a tenth of the time (`kept_frames`); its tables one by one, for most pages ask for none."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from dashboard.assessment import kept_frames
from dashboard.assessment.standing import Standing
from dashboard.meeting import frozen
from dashboard.meeting.seals import Sealed
from dashboard.plan import Plan

ABOUT, ANSWERS, STANDING = "about", "answers", "standing"


class Kept(NamedTuple):
    """The plan of an edition, the answers that people compare, the standing with its number, the names of its tables."""

    plan: Plan
    answers: dict[str, pd.DataFrame]
    standing: Standing
    tables: tuple[str, ...]


def tables_of(sealed: Sealed) -> dict[str, pd.DataFrame]:
    """The tables that an edition holds: those of the assessment and the lists."""
    return {**sealed.records._asdict(), **sealed.lists}


def written(sealed: Sealed, standing: Standing) -> bytes:
    """An edition without its tables. Errors: `TypeError` for a column that cannot be read back as it is."""
    about = {
        "plan": sealed.plan.model_dump_json(),
        "year": standing.year,
        "as_of": standing.as_of.isoformat(),
        "edition": standing.edition,
        "tables": [*tables_of(sealed)],
    }
    frames = {ABOUT: pd.DataFrame({"json": [json.dumps(about)]})}
    frames |= {f"{ANSWERS}/{name}": frame for name, frame in sealed.answers.items()}
    for name in frozen.OF_STANDING:
        part = getattr(standing, name)
        for key, frame in part.items() if isinstance(part, dict) else (("", part),):
            frames[f"{STANDING}/{name}/{key}"] = frame
    return kept_frames.written(frames)


def read(content: bytes) -> Kept:
    """What `written` wrote. Errors: `ValueError`, `KeyError` for other bytes."""
    frames = kept_frames.read(content)
    about = json.loads(frames.pop(ABOUT)["json"].iloc[0])
    plan = Plan.model_validate_json(about["plan"])
    answers = {
        name.partition("/")[2]: frame for name, frame in frames.items() if name.startswith(ANSWERS)
    }
    day = dt.date.fromisoformat(about["as_of"])
    standing = frozen.of_parts(plan, about["year"], day, _parts(frames))
    own = replace(standing, edition=about["edition"])
    return Kept(plan, answers, own, tuple(about["tables"]))


def _parts(frames: Mapping[str, pd.DataFrame]) -> dict[str, object]:
    """The parts of a standing by their names: a frame, or frames by name."""
    found: dict[str, dict[str, pd.DataFrame]] = {name: {} for name in frozen.OF_STANDING}
    for place, frame in frames.items():
        kind, _, rest = place.partition("/")
        name, _, key = rest.partition("/")
        if kind == STANDING:
            found[name][key] = frame
    return {name: part[""] if [*part] == [""] else part for name, part in found.items()}


def written_table(rows: pd.DataFrame) -> bytes:
    """One table of an edition. Errors: as `written`."""
    return kept_frames.written({"": rows})


def read_table(content: bytes) -> pd.DataFrame:
    """What `written_table` wrote. Errors: `ValueError`, `KeyError` for other bytes."""
    return kept_frames.read(content)[""]
