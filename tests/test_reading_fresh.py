"""Three batches in many voices that were read before any rule knew them, and sentences that name the figures of others.

The first-try numbers stand in tests/reports/README.md; here is what must not get worse. A limitation counts as found where a finding touches it,
whatever its category; sure ones apart from those that a person is asked about.
"""

import tomllib
from collections import Counter

import pytest

from dashboard.reading.whole_report import read_report
from tests.reports.scores import FOLDER, genre, report_names, scores

FRESH = FOLDER / "fresh"
NAMES = report_names(FRESH)
HEAD = (
    "UBND HUYỆN CHÂU THÀNH\nUBND XÃ TÂN AN\nSố: 45/BC-UBND\nBÁO CÁO\n"
    "Kết quả phong trào thi đua thực hiện văn hóa công sở năm 2023\nI. KẾT QUẢ\n"
)
SENTENCES = [
    [part.strip() for part in line.split("||")]
    for line in (FOLDER / "figures_of_others.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def counted(name):
    """Of one report: findings (sure, all) with those that touch a limitation of the truth, limitations with those that are touched."""
    text = (FRESH / f"{name}.txt").read_text(encoding="utf-8")
    truth = tomllib.loads((FRESH / f"{name}.toml").read_text(encoding="utf-8"))["limitations"]
    spans = [(text.index(said), text.index(said) + len(said)) for _, said in truth]
    found = read_report(text).as_dict()["limitations"]
    counts = Counter()
    for label, rows in (
        ("sure", [one for one in found if one["doubt"] != "whether"]),
        ("all", found),
    ):
        touching = [
            [one["start"] < end and start < one["end"] for one in rows] for start, end in spans
        ]
        counts[label, "given"] = len(rows)
        counts[label, "right"] = sum(map(any, zip(*touching, strict=True))) if spans else 0
        counts[label, "told"] = len(spans)
        counts[label, "found"] = sum(map(any, touching))
    return counts


def shares(counts, label):
    return (
        counts[label, "right"] / (counts[label, "given"] or 1),
        counts[label, "found"] / (counts[label, "told"] or 1),
    )


def test_limitations_of_fresh_voices_are_found_and_doubts_are_said(capsys):
    by_genre = {}
    for name in NAMES:
        by_genre.setdefault(genre(name, FRESH), Counter()).update(counted(name))
    every = sum(by_genre.values(), Counter())
    with capsys.disabled():
        print(f"\n{len(NAMES)} fresh reports: limitations, sure and with doubtful ones (P R)")
        for voice, counts in {"all": every, **dict(sorted(by_genre.items()))}.items():
            print(
                f"  {voice:11}",
                *(f"{part:6.1%}" for label in ("sure", "all") for part in shares(counts, label)),
            )
    assert min(shares(every, "sure")) >= 0.85
    precision, recall = shares(every, "all")
    assert precision >= 0.9
    assert recall >= 0.92


def test_no_figure_of_another_is_the_units_in_fresh_voices():
    assert [name for name in NAMES if scores(name, FRESH)["foreign"].wrong] == []


def test_indicators_of_fresh_voices_are_found():
    told = [scores(name, FRESH)["indicators"] for name in NAMES]
    right, missed, wrong = (
        sum(one.right for one in told),
        sum(len(one.missed) for one in told),
        sum(len(one.wrong) for one in told),
    )
    assert right / (right + missed) >= 0.8
    assert right / (right + wrong) >= 0.75


@pytest.mark.parametrize("said", range(0, len(SENTENCES), 20))
def test_figures_that_a_sentence_tells_of_others_are_never_the_units(said):
    taken = []
    for sentence, _, others in SENTENCES[said : said + 20]:
        own = {one["value"] for one in read_report(HEAD + sentence + "\n").as_dict()["indicators"]}
        taken += [(sentence, one) for one in _numbers(others) if one in own]
    assert taken == []


def test_the_units_own_figures_beside_those_of_others_are_mostly_kept():
    kept = told = 0
    for sentence, mine, _ in SENTENCES:
        own = [one["value"] for one in read_report(HEAD + sentence + "\n").as_dict()["indicators"]]
        told += len(_numbers(mine))
        kept += sum(one in own for one in _numbers(mine))
    assert kept / told >= 0.75


def _numbers(listed):
    return [
        float(one.replace(".", "").replace(",", ".")) for one in listed.split(";") if one.strip()
    ]
