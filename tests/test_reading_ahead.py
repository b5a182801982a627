"""Many files are read by a second process: the same answers in the same order, also where that process dies on the way."""

from __future__ import annotations

import pickle

import pandas as pd
import psutil
from small_files import PLAN, facts

from data_access import loading, reading_ahead
from data_access.intake.sheet_reading import readings_of
from data_access.reading_ahead import FROM_FILES, read_ahead

ROWS = 60
"""So many that the pipe holds a few of the files: the second process can never be done before somebody listens."""


def test_a_second_process_that_dies_on_the_way_changes_no_answer_no_order_and_no_step(monkeypatch):
    monkeypatch.setattr(reading_ahead, "USEFUL", True)
    given = [
        *((f"kq-{number}.csv", results(number)) for number in range(FROM_FILES)),
        ("sai.csv", b"unit,criterion,year,value\nM1,TC1,2022,99\n"),
        ("dv.csv", "unit,name,kind\nM1,Xã Mới,Xã\n".encode()),
    ]
    steps, steps_alone, killed, here = [], [], [], []

    def listen(name: str) -> None:
        steps.append(name)
        if len(steps) == len(given) + 4:  # all are opened, some are read
            killed.extend(second_readers())
            for one in killed:
                one.kill()

    def read_here(*asked):
        here.append(len(steps))
        return readings_of(*asked)

    answers = list(read_ahead(read_here, given, facts(), listen, ()))
    alone = list(readings_of(given, facts(), steps_alone.append))
    assert len(killed) == len(here) == 1 and here[0] < len(steps), "what was left"
    assert steps == steps_alone and not second_readers()
    assert [place for place, _ in answers] == [place for place, _ in alone]
    assert answers[0][1].file == "dv.csv", "what brings units comes first"
    for (_, one), (_, other) in zip(answers, alone, strict=True):
        assert one.tables.keys() == other.tables.keys()
        for name, rows in one.tables.items():
            pd.testing.assert_frame_equal(rows, other.tables[name])
        for found, wanted in zip(one[2:], other[2:], strict=True):
            pd.testing.assert_frame_equal(found, wanted)


def test_what_the_second_process_is_asked_makes_it_load_no_library_of_the_store(store):
    asked = pickle.dumps(loading.facts_of(store, PLAN))
    assert b"sqlalchemy" not in asked


def results(number: int) -> bytes:
    rows = "".join(f"M1,TC1,2022,{number % 20},{f'{number}.{row} ' * 20}\n" for row in range(ROWS))
    return f"unit,criterion,year,value,note\n{rows}".encode()


def second_readers() -> list[psutil.Process]:
    mine = psutil.Process().children()
    return [one for one in mine if "data_access.intake.second_reader" in one.cmdline()]
