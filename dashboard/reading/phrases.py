"""Rules as data: the word lists of ``*.toml``, and how a phrase of a list becomes a pattern."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.reading.folding import fold

_GAP = r"(?:[\s,]+(?!và\s)[^\s.;:]+){0,6}?[\s,]+"
_NOT_YET = r"chưa(?:\s+(?:thực\s+sự|thật\s+sự|được|thật|hoàn\s+toàn|thể))?"
_NEVER = re.compile(r"(?!)")


@cache
def rules(name: str) -> dict[str, Any]:
    """The word lists of ``dashboard/reading/<name>.toml``; how to write them stands at the top of each file."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words_of(name: str, key: str) -> re.Pattern[str]:
    """One pattern for the list ``key`` of a rule file."""
    return any_of(rules(name)[key])


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern, for folded text, that finds any of the phrases as whole words, the longest first, of equal ones by the alphabet: the same in every process.

    In a phrase ``*`` stands for up to six words, ``a/b`` for one word or the other (``_`` joins syllables: ``đúng_hạn/kịp_thời``), ``#`` for
    a number; a comma may be missing; “chưa” also stands for “chưa thực sự”, “chưa được” … Example: ``any_of(["trang phục * chưa/không"])`` finds “trang phục đôi lúc chưa”.
    """
    begun: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(set(phrases), key=lambda one: (-len(one), one)):
        first, _, rest = fold(phrase).strip().partition(" ")
        for choice in first.split("/"):
            begun[_initial(choice)].append(_expression(f"{choice} {rest}"))
    if not begun:
        return _NEVER
    # by their first letter, which only one group can have: a place is tried with the phrases that may begin there
    groups = (f"(?={initial})(?:{'|'.join(ones)})" for initial, ones in begun.items())
    return re.compile(r"(?<!\w)(?:" + "|".join(groups) + r")(?!\w)")


def _initial(word: str) -> str:
    return r"\d" if word == "#" or word[0].isdigit() else re.escape(word[0])


def _expression(phrase: str) -> str:
    expression = ""
    follows_word = False
    for token in fold(phrase).split():
        if token == "*":
            expression, follows_word = expression + _GAP, False
            continue
        expression += (r"\s+" if follows_word else "") + _token(token)
        follows_word = True
    return expression


def _token(token: str) -> str:
    if token == "#":
        return r"\d+"
    if token == "chưa":
        return _NOT_YET
    bare = token.rstrip(",")
    choices = [re.escape(choice).replace("_", r"\s+") for choice in bare.split("/")]
    word = choices[0] if len(choices) == 1 else "(?:" + "|".join(choices) + ")"
    return word + (r"\s*,?" if token.endswith(",") else "")
