"""Every problem and every failure has one Vietnamese sentence that can be filled."""

from __future__ import annotations

import pytest

from dashboard.wording.problem_sentences import (
    COLUMNS,
    SENTENCES,
    STORE_SENTENCES,
    problem_sentence,
    store_sentence,
)
from data_access import store
from data_access.intake.codes import CODES
from data_access.schema import RECORDS


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_problem_of_the_intake_has_a_sentence_with_its_fields(code):
    sentence = problem_sentence(
        code,
        {
            **dict.fromkeys(CODES[code], "…"),
            **(
                {"candidates": [{"unit": "A", "name": "Sở A"}]}
                if "candidates" in CODES[code]
                else {}
            ),
        },
    )
    assert "{" not in sentence and sentence.endswith((".", ")"))


def test_no_sentence_is_left_over():
    assert set(SENTENCES) == set(CODES)
    assert set(STORE_SENTENCES) <= set(store.CODES)


@pytest.mark.parametrize("code", sorted(store.CODES))
def test_every_failure_of_the_store_has_a_sentence(code):
    assert "{" not in store_sentence(code, dict.fromkeys(store.CODES[code], "…")).replace(
        "{'", ""
    ).replace("{}", "")


def test_every_column_of_the_tables_has_a_heading():
    names = {
        column
        for record in RECORDS.values()
        for column in (*record.key_names, *record.column_names)
    }
    assert names - {"origin"} <= set(COLUMNS)
