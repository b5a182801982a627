"""A plan to begin with, out of what one knows at once: names, years, kinds of units, groups. Everything else is filled in its tables afterwards."""

from __future__ import annotations

from typing import NamedTuple

import tomli_w

from dashboard.plan.load import load_plan
from dashboard.writing.alphabet import link_code, link_codes
from dashboard.writing.nouns import USUAL

SOURCE = "giá trị minh họa"
FIRST_CRITERION = "Tiêu chí 1, {group}"
POINTS = 10
NO_CODE = "ke-hoach"


class Answers(NamedTuple):
    """What a new movement is called, whose it is, its years; kinds of units and groups of criteria by their names; the nouns of a unit and of a group of units."""

    name: str
    province: str
    owner: str
    first_year: int
    last_year: int
    kinds: tuple[str, ...]
    groups: tuple[str, ...]
    unit: str = USUAL.unit
    group: str = USUAL.group


def blank_plan(answers: Answers) -> str:
    """The plan as TOML that `load_plan` reads: one criterion of ten points a group, no milestone yet. Raises `PlanError` with what is missing."""
    kinds, groups = link_codes(answers.kinds), link_codes(answers.groups)
    said = {
        "code": _code(link_code(answers.name)) or NO_CODE,
        "name": answers.name,
        "short_name": answers.name,
        "province": answers.province,
        "owner": answers.owner,
        "first_year": answers.first_year,
        "last_year": answers.last_year,
        "nouns": {"unit": answers.unit, "group": answers.group},
        "documents": [],
        "milestones": [],
        "kinds": [{"code": _code(code), "name": name} for code, name in kinds.items()],
        "groups": [{"code": _code(code), "name": name} for code, name in groups.items()],
        "criteria": [
            {
                "code": f"TC{place}",
                "group": _code(code),
                "name": FIRST_CRITERION.format(group=name),
                "kind": "points",
                "max": POINTS,
                "source": SOURCE,
            }
            for place, (code, name) in enumerate(groups.items(), start=1)
        ],
    }
    text = tomli_w.dumps(said)
    load_plan(text)
    return text


def _code(name: str) -> str:
    return name[:40].strip("-")
