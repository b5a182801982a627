"""How an edition of figures is called, on every screen and paper alike."""

from __future__ import annotations

import datetime as dt

from dashboard.writing import formats

LINE = "Ấn bản số liệu số {number} “{name}”, {state}; số liệu đến ngày {as_of}, chốt {at}{plan}."
STATE_SEALED, STATE_PUBLISHED = "đã chốt, chưa công bố", "đã công bố ngày {day}"
CHANGED = "Đính chính: so với ấn bản số {number} khác ở {units}, {items} ({names})."
UNCHANGED = "Các con số không khác ấn bản số {number}."
AND_OTHERS = ", …"
PLAN = ", kế hoạch phiên bản {version}"
BRIEF, LIVE_BRIEF = "số {number}, {state}", "chưa chốt, số liệu đến ngày {as_of}"
INNER_BRIEF = "bản nội bộ"
LIVE_LINE = "Số liệu hiện nay, chưa chốt, đến ngày {as_of}."
EDITION_CHOICE, EDITION_NUMBER = "an_ban", "Số {number}"
"""How a link names an edition: the choice and its value."""
COLUMN = "Ấn bản số liệu"
SHORT, NOT_SEALED_SHORT = "ấn bản{number}, {state}", "số liệu chưa chốt"


def state_of(published_on: dt.date | None) -> str:
    """The state of an edition by the day of its publication; None where it is only sealed.

    >>> state_of(None)
    'đã chốt, chưa công bố'
    """
    if published_on is None:
        return STATE_SEALED
    return STATE_PUBLISHED.format(day=formats.date(published_on))
