"""The plan is data with versions: who changed it, when and why."""

from __future__ import annotations


def test_a_new_store_has_no_plan(store):
    assert store.current_plan() is None
    assert store.plan_versions().empty


def test_each_changed_text_is_a_version_and_the_newest_is_current(store):
    first = store.save_plan('name = "Văn hóa công sở"\n', "Lan", "bản đầu")
    second = store.save_plan('name = "Văn hóa công vụ"\n', "Bình")

    assert (first, second) == (1, 2)
    assert store.current_plan()[:1] + store.current_plan()[2:] == (
        2,
        "Bình",
        None,
        'name = "Văn hóa công vụ"\n',
    )
    assert store.plan_versions()[["version", "who"]].values.tolist() == [[2, "Bình"], [1, "Lan"]]
    assert store.current_plan().at == store.plan_versions()["at"].iloc[0]


def test_an_unchanged_text_makes_no_version_and_no_change(store):
    store.save_plan("a = 1", "Lan")
    assert store.save_plan("a = 1", "Bình", "lần nữa") == 1
    assert store.last_change() == 1


def test_going_back_to_an_older_text_is_a_version_of_its_own(store):
    for body in ("a = 1", "a = 2", "a = 1"):
        store.save_plan(body, "Lan")
    assert store.plan_versions()["version"].tolist() == [3, 2, 1]
