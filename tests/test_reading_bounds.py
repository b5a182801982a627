"""Any text at all: quotes stay literal, findings keep their shape, and the work stays small however the text is garbled."""

import os
import re
import subprocess
import sys
import time
import unicodedata
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.fault_categories import category_names
from dashboard.reading.folding import Source
from dashboard.reading.outline import passages
from dashboard.reading.sentence_ends import LONGEST
from dashboard.reading.whole_report import read_report
from tests.reports.scores import FOLDER, report_names

UNITS, SIGNS = {"%", "count", "rank", "points"}, {"=", ">=", ">", "<=", "<", "~"}
LISTS = ("indicators", "limitations", "awards", "examples", "documents")
WORDS = sorted(
    {
        word
        for name in report_names()
        for word in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split()
    }
)
PAGES = "\n".join((FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in report_names())[
    :90_000
]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        [
            "\n",
            "\n\n",
            "\t",
            " | ",
            "“",
            "”",
            "(",
            ")",
            ";",
            "100%",
            "3/4",
            "1.000,5",
            "ngày 31/02/2020",
            "\u0301",
            "😀",
        ]
    ),
    st.text(max_size=4),
)
TEXTS = st.lists(PIECES, max_size=120).map(" ".join)


def check(text):
    found = read_report(text).as_dict()
    cited = [row for kind in LISTS for row in found[kind]]
    assert all(
        text[row["start"] : row["end"]] == row["quote"] and row["quote"].strip() for row in cited
    )
    assert all(
        row["unit"] in UNITS and row["comparator"] in SIGNS and row["value"] >= 0
        for row in found["indicators"]
    )
    assert all(row["category"] in category_names() for row in found["limitations"])


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from([None, "NFD"]))
def test_every_quote_of_any_text_is_its_literal_piece(text, form):
    check(unicodedata.normalize(form, text) if form else text)


def seconds(work):
    started = time.process_time()  # of this process alone: the machine may be busy
    work()
    return time.process_time() - started


@cache
def yardstick():
    return seconds(lambda: [re.findall(r"\w+", PAGES) for _ in range(100)])


def effort(text):
    """How much longer reading takes than finding the words of thirty pages a hundred times over: the same on a slow machine as on a fast one."""
    return seconds(lambda: read_report(text)) / yardstick()


def test_a_report_of_thirty_pages_is_read_with_the_effort_of_a_second_or_two():
    read_report("")
    assert any(effort(PAGES) < 8 for _ in range(2))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "tặng Giấy khen cho 01 tập thể ",
        "còn tình trạng đi muộn, về sớm, trang phục chưa đúng, ",
        'mô hình "',
        "đạt 100% cán bộ, công chức ",
    ],
)
def test_a_text_that_never_stops_is_read_in_pieces(piece):
    text = "Hạn chế: " + piece * (60_000 // len(piece))
    assert max(passage.end - passage.start for passage in passages(Source(text))) <= LONGEST
    assert effort(text) < 16


@pytest.mark.slow
def test_a_report_is_read_the_same_in_every_process():
    """Python orders sets anew in every process: figures of these two were sure in one and asked, or not found, in another."""
    texts = [str(FOLDER / "fresh" / f"{name}.txt") for name in ("d10_other", "e12_press")]
    script = (
        "import pathlib, sys; from dashboard.reading.whole_report import read_report;"
        "[print(read_report(pathlib.Path(one).read_text('utf-8')).as_dict()) for one in sys.argv[1:]]"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script, *texts],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            cwd=FOLDER.parents[1],
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed in ("0", "1", "7")
    }
    assert len(told) == 1 and told != {""}
