"""The glossary: every word of statistics that people read is explained; what is explained is escaped and told once."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from dashboard.ui.glossed import glossed, terms
from dashboard.wording import glossary

ROOT = Path(__file__).resolve().parents[1] / "dashboard"
WORDS_OF_STATISTICS = (
    "trung vị|mức giữa|khoảng tin cậy|khoảng hạng|mức thật|mức nhiều năm|dao động ngẫu nhiên|may rủi|mẫu nhỏ|hình phễu|điểm phần trăm"
    "|phương sai|độ lệch chuẩn|phân vị|hồi quy|ý nghĩa thống kê|giá trị p|sai số chuẩn|phân phối"
)
EXPLAINS = ("glossary.py", "method")  # the page Phương pháp explains at length


@cache
def said() -> frozenset[str]:
    """Every word of statistics in a text of the program that people read, without what explains them."""
    found = set()
    for path in ROOT.rglob("*.py"):
        if path.name.startswith(EXPLAINS):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        skipped = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if id(node) not in skipped:
                    found |= set(re.findall(WORDS_OF_STATISTICS, node.value.lower()))
    return frozenset(found)


def test_every_word_of_statistics_that_is_read_has_a_plain_explanation():
    known = " ".join(glossary.TERMS)
    assert {word for word in said() if word not in known} == set()


def test_the_median_is_called_one_thing():
    assert "trung vị" not in said() and "mức giữa" in said()


def test_a_term_is_explained_once_in_a_text_and_everything_is_escaped():
    text = glossed("<b>Mức giữa</b> là 80; mức giữa trước là 79, khoảng tin cậy 70–90")
    assert text.count("<abbr") == 2 and "<b>" not in text and "&lt;b&gt;" in text
    assert re.sub("<[^>]+>", "", text).startswith("&lt;b&gt;Mức giữa&lt;/b&gt; là 80; mức giữa")


def test_a_text_without_terms_stays_as_it_is():
    assert glossed("Sở A & B") == "Sở A &amp; B"
    assert glossary.used(["Nộp muộn"]) == {}


def test_the_whole_glossary_can_be_read():
    assert terms().count("<dt>") == len(glossary.TERMS)


def test_paper_explains_the_terms_that_it_uses():
    assert list(glossary.used(["Khoảng tin cậy rộng", "mức giữa của khối"])) == [
        "mức giữa",
        "khoảng tin cậy",
    ]
