"""A movement's own nouns: sentences are said with them, data and words of any office are left alone."""

from __future__ import annotations

import ast
import re
import threading
from pathlib import Path

import foreign
import pytest
import tiny

from dashboard.plan import load_plan
from dashboard.plan.checks import PlanError
from dashboard.wording import command_words as words
from dashboard.writing import formats, nouns
from dashboard.writing.nouns import USUAL, Nouns, speaking, worded

ROOM = Path(__file__).resolve().parents[1] / "dashboard"
OURS = re.compile(r"đơn vị|(?<!\w)khối(?!\w)", re.IGNORECASE)
SAYING = {"worded", "count", "out_of", "by_ear"}
OF_FILES = {"UNIT_HEADINGS", "RESULT_HEADINGS", "NOMINEE_COLUMNS"}
SAID_BY_ITSELF = {"RULE", "COMMANDS", "LOOKS", "MENU"}
SAID_WHERE_READ = {
    "fall_words",
    "field_words",
    "fault_words",
    "limit_words",
    "boundary_sentences",
    "claim_sentences",
    "document_words",
    "problem_sentences",
    "store_sentences",
    "suspicion_sentences",
}
"""A rule says its own sentences; the list of commands is read before any plan; what the others hold is said where it is shown."""
PROVINCES, SCHOOLS = Nouns("tỉnh, thành phố", "vùng"), Nouns("trường", "cụm trường")


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ("Đơn vị chậm", "Tỉnh, thành phố chậm"),
        ("Không đơn vị nào dưới mốc. Đơn vị khác", "Không tỉnh, thành phố nào dưới mốc. Tỉnh, thành phố khác"),
        ("Khối, cụm thi đua", "Vùng"),
        ("mức giữa của khối, cụm", "mức giữa của vùng"),
        ("BÁO CÁO CỦA ĐƠN VỊ", "BÁO CÁO CỦA TỈNH, THÀNH PHỐ"),
        ("các cơ quan, đơn vị, địa phương", "các tỉnh, thành phố"),
        ("Đơn vị tính; đơn vị đo; khối lượng", "Đơn vị tính; đơn vị đo; khối lượng"),
        ("Thủ trưởng các cơ quan, đơn vị liên quan", "Thủ trưởng các cơ quan, đơn vị liên quan"),
        ("cột “Mã đơn vị” của đơn vị {unit}", "cột “Mã đơn vị” của tỉnh, thành phố {unit}"),
    ],
)  # fmt: skip
def test_a_sentence_is_said_with_the_nouns_of_the_movement(ours, said):
    with speaking(PROVINCES):
        assert worded(ours) == said
    assert worded(ours) == ours


def test_a_sentence_said_twice_is_said_alike():
    """A noun may hold the usual one."""
    for own in (SCHOOLS, Nouns("đơn vị sự nghiệp", "khối trường")):
        with speaking(own):
            once = worded("Đơn vị cuối khối")
            assert worded(once) == once
    assert once == "Đơn vị sự nghiệp cuối khối trường"


def test_what_is_set_into_a_sentence_is_never_changed():
    with speaking(SCHOOLS):
        said = worded("{unit} là đơn vị duy nhất").format(unit="Đơn vị số 3")
        assert said == "Đơn vị số 3 là trường duy nhất"
        assert formats.count(3, "đơn vị") == "3 trường"


def test_texts_of_a_module_and_their_keys():
    with speaking(SCHOOLS):
        assert words.NO_UNITS.startswith("Năm {year} không có trường hay cụm trường nào")
        assert worded({"Đơn vị": ("Đơn vị", 3)}) == {"Đơn vị": ("Trường", 3)}
    assert words.NO_UNITS.startswith("Năm {year} không có đơn vị hay khối nào")


def test_where_nobody_said_the_one_is_asked_who_knows(monkeypatch):
    monkeypatch.setattr(nouns, "_ASKED", [lambda: SCHOOLS])
    heard = []
    alone = threading.Thread(target=lambda: heard.append(worded("Đơn vị")))
    alone.start()
    alone.join()
    assert heard == ["Trường"]


@pytest.mark.parametrize(
    ("own", "mistake"),
    [
        ('{unit = "Trường"}', "nouns.unit: “Trường” phải là danh từ viết như giữa câu"),
        ('{group = "cụm [1]"}', "nouns.group: “cụm [1]” phải là danh từ"),
        ('{unit = "khối"}', "nouns.group: “khối” đã là tên gọi của một đơn vị"),
        ('{unit = "cơ sở giáo dục mầm non ngoài công lập"}', "dài quá 24 chữ"),
        ('{unit = ""}', "nouns.unit: không được để trống"),
        ('{level = "cấp"}', "nouns.level: không có mục nào tên như vậy"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_nouns_is_one_sentence(own, mistake):
    with pytest.raises(PlanError) as refused:
        load_plan(f"nouns = {own}\n{tiny.PLAN}")
    [sentence] = refused.value.sentences
    assert mistake in sentence


def test_a_plan_without_nouns_has_the_usual_ones():
    assert load_plan(tiny.PLAN).nouns.spoken == USUAL
    assert load_plan(foreign.EIGHT).nouns.spoken == PROVINCES


def unsaid(path: Path) -> list[str]:
    """Texts of a module that are read in its functions as they were written: its own constants and literals with our nouns, outside of `SAYING`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tops = [one for one in tree.body if isinstance(one, (ast.Assign, ast.AnnAssign))]
    bearing = {
        name.id
        for one in tops
        if one.value and any(map(_is_ours, ast.walk(one.value)))
        for name in ast.walk(one.targets[0] if isinstance(one, ast.Assign) else one.target)
        if isinstance(name, ast.Name)
    }
    found: list[str] = []

    def look(node: ast.AST, inside: bool) -> None:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return
        if isinstance(node, ast.Call) and _name_of(node.func) in SAYING:
            return
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            return look(node.left, inside)
        if inside and _is_ours(node):
            found.append(f"{path.name}:{node.lineno} {node.value[:40]}")
        if inside and isinstance(node, ast.Name) and node.id in bearing - OF_FILES - SAID_BY_ITSELF:
            found.append(f"{path.name}:{node.lineno} {node.id}")
        is_function = isinstance(node, ast.FunctionDef)
        for one in node.body if is_function else ast.iter_child_nodes(node):
            look(one, inside or is_function)

    look(tree, False)
    return found


def _name_of(function: ast.AST) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _is_ours(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(OURS.search(node.value))
    )


def test_no_text_with_our_nouns_is_read_as_it_was_written():
    """Modules of sentences speak; other texts are `worded` where they are used."""
    left = []
    for path in sorted(ROOM.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "reading" in path.parts or path.name == "nouns.py" or not OURS.search(text):
            continue
        left += unsaid(path)
        is_words = path.stem.endswith(("_words", "_sentences")) and path.stem not in SAID_WHERE_READ
        if is_words and "speaks(__name__" not in text:
            left.append(f"{path.name} does not speak")
    assert left == []
