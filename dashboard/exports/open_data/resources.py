"""The tables of the open data: name, title, key, columns, in the order in which they are listed."""

from __future__ import annotations

from dashboard.assessment import as_tables
from dashboard.exports.open_data import field_words as words
from dashboard.exports.open_data.resource import (
    DAY,
    FLAG,
    NUMBER,
    STRING,
    WHOLE,
    Field,
    Resource,
    criteria,
    sources,
    trends,
    units,
)

UNIT_CODE = Field("unit_code", STRING, words.UNIT_CODE)
UNIT, BLOCK = Field("unit", STRING, words.UNIT), Field("block", STRING, words.BLOCK)
KIND, YEAR = Field("kind", STRING, words.KIND), Field("year", WHOLE, words.YEAR)
STAGE = Field("stage", STRING, words.STAGE)
OF_EDITION = (
    Field("edition", WHOLE, words.EDITION),
    Field("edition_state", STRING, words.EDITION_STATE),
    Field("illustrative", FLAG, words.ILLUSTRATIVE),
)

RESOURCES: tuple[Resource, ...] = (
    Resource(
        "standing",
        words.STANDING_TITLE,
        ("unit_code",),
        (
            UNIT_CODE,
            UNIT,
            BLOCK,
            KIND,
            Field("score", NUMBER, words.SCORE),
            Field("score_low", NUMBER, words.SCORE_LOW),
            Field("score_high", NUMBER, words.SCORE_HIGH),
            Field("score_max", NUMBER, words.SCORE_MAX),
            Field("coverage", NUMBER, words.COVERAGE),
            STAGE,
            Field("rank", WHOLE, words.RANK),
            Field("rank_low", WHOLE, words.RANK_LOW),
            Field("rank_high", WHOLE, words.RANK_HIGH),
            Field("rank_of", WHOLE, words.RANK_OF),
            Field("status", STRING, words.STATUS),
            Field("target", NUMBER, words.TARGET),
            Field("distance", NUMBER, words.DISTANCE),
            Field("satisfaction", NUMBER, words.SATISFACTION),
            Field("satisfaction_low", NUMBER, words.SATISFACTION_LOW),
            Field("satisfaction_high", NUMBER, words.SATISFACTION_HIGH),
            Field("respondents", WHOLE, words.RESPONDENTS),
            Field("satisfaction_status", STRING, words.SATISFACTION_STATUS),
            Field("band", STRING, words.BAND),
            *OF_EDITION,
        ),
        as_tables.standing_rows,
    ),
    Resource(
        "flags",
        words.FLAGS_TITLE,
        (),
        (
            UNIT_CODE,
            YEAR,
            Field("indicator", STRING, words.INDICATOR),
            Field("rule", STRING, words.RULE),
            Field("level", STRING, words.LEVEL),
            Field("reason", STRING, words.REASON),
            Field("certainty", STRING, words.CERTAINTY),
            Field("why", STRING, words.WHY),
            *OF_EDITION,
        ),
        as_tables.flag_rows,
    ),
    Resource(
        "trends",
        words.TRENDS_TITLE,
        ("unit_code", "year", "measure"),
        (
            UNIT_CODE,
            UNIT,
            BLOCK,
            KIND,
            YEAR,
            Field("measure", STRING, words.MEASURE),
            Field("value", NUMBER, words.VALUE),
            Field("out_of", NUMBER, words.OUT_OF),
            Field("attained", NUMBER, words.ATTAINED),
            Field("low", NUMBER, words.LOW),
            Field("high", NUMBER, words.HIGH),
            STAGE,
            Field("comparable", FLAG, words.COMPARABLE),
            *OF_EDITION,
        ),
        trends,
    ),
    Resource(
        "units",
        words.UNITS_TITLE,
        ("unit_code", "year"),
        (
            UNIT_CODE,
            YEAR,
            UNIT,
            Field("short_name", STRING, words.SHORT_NAME),
            KIND,
            BLOCK,
            Field("assessed", FLAG, words.ASSESSED),
            *OF_EDITION,
        ),
        units,
    ),
    Resource(
        "criteria",
        words.CRITERIA_TITLE,
        (),
        (
            Field("criterion", STRING, words.CRITERION),
            Field("name", STRING, words.CRITERION_NAME),
            Field("group", STRING, words.GROUP),
            Field("group_name", STRING, words.GROUP_NAME),
            Field("criterion_kind", STRING, words.CRITERION_KIND),
            Field("max", NUMBER, words.MAXIMUM),
            Field("weight", NUMBER, words.WEIGHT),
            Field("direction", STRING, words.DIRECTION),
            Field("valid_from", WHOLE, words.VALID_FROM),
            Field("valid_to", WHOLE, words.VALID_TO),
            Field("source", STRING, words.PLAN_SOURCE),
            *OF_EDITION,
        ),
        criteria,
    ),
    Resource(
        "sources",
        words.SOURCES_TITLE,
        ("unit_code", "year", "criterion"),
        (
            UNIT_CODE,
            YEAR,
            Field("criterion", STRING, words.CRITERION),
            STAGE,
            Field("value", NUMBER, words.VALUE),
            Field("out_of", NUMBER, words.OUT_OF),
            Field("submitted_on", DAY, words.SUBMITTED),
            Field("file", STRING, words.FILE),
            Field("sheet", STRING, words.SHEET),
            Field("cell", STRING, words.CELL),
            *OF_EDITION,
        ),
        sources,
    ),
)
BY_NAME = {one.name: one for one in RESOURCES}
