"""Flags as papers tell them: with their method where it is not the usual one, and what stands beside."""

from __future__ import annotations

import re

import pandas as pd

from dashboard.access.beside_flags import Beside, beside
from dashboard.access.publication import KEY
from dashboard.assessment.rules import NAMES
from dashboard.assessment.rules.target_rule import LEVEL, NAMED
from dashboard.exports.report import report_words as words
from dashboard.exports.report.material import Material
from dashboard.views.flag_cards import without_name
from dashboard.writing.nouns import worded

NOTHING = Beside("", "")
METHOD = re.compile(
    re.escape(NAMED["score"].partition(LEVEL)[0]).replace(re.escape("{years}"), "[^:]*?")
)


def told_flags(material: Material, flags: pd.DataFrame) -> pd.DataFrame:
    """Flags with name and block of their unit, rule_name, said (the reason without the name), naming (how far it is) and beside (that and the unit's reply)."""
    rows = flags.merge(material.standing.table[["unit", "name", "block"]], on="unit")
    said = [
        without_method(without_name(reason, name))
        for reason, name in zip(rows["reason"], rows["name"], strict=True)
    ]
    extras, days = material.extras, material.standing.plan.reply_days
    found = beside(material.standing.flags, extras.publications, extras.replies, days, extras.today)
    told = [found.get(key, NOTHING) for key in map(tuple, rows[KEY].itertuples(index=False))]
    return rows.assign(
        rule_name=rows["rule"].map(worded(NAMES)),
        said=said,
        naming=[one.naming or None for one in told],
        beside=[_beside_words(one) for one in told],
    )


def without_method(reason: str) -> str:
    """A reason without the clause on how it was judged, which the report says once for all.

    >>> without_method("Điểm 2025 là 73,0, thấp hơn mốc 80 là 7,0 điểm, và số liệu 7 năm 2019–2025 cho thấy mức thấp này không phải do dao động ngẫu nhiên: mức thật ước khoảng 74,0 điểm.")
    'Điểm 2025 là 73,0, thấp hơn mốc 80 là 7,0 điểm; mức thật ước khoảng 74,0 điểm.'
    """
    return METHOD.sub("; ", reason)


def _beside_words(found: Beside) -> str | None:
    if found == NOTHING:
        return None
    return ". ".join(
        [
            *([found.naming] if found.naming else []),
            *([words.REPLY.format(reply=found.reply)] if found.reply else []),
        ]
    )
