"""A text written without accents, read with the accents that its words most likely have: letter for letter, so that every place stays the same.

The likeliest row of words of a line (Viterbi over the pairs of ``accents.tsv``, which ``python -m tests.reports.teach_accents`` counts anew). What is
found in such a text is always a doubt: “ban” is bạn, bản or bàn.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dashboard.reading.folding import Source

PAIRS = Path(__file__).with_name("accents.tsv")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS, _SHARE_OF_LINES = 4, 0.3
_OF_PAIRS, _OF_WORDS, _UNSEEN = 0.8, 0.2, 1e-9


def bare(text: str) -> str:
    """A text without its accents, letter for letter."""
    letters = (unicodedata.normalize("NFD", one)[0] for one in text)
    return "".join({"đ": "d", "Đ": "D"}.get(one, one) for one in letters)


def is_bare_line(line: str) -> bool:
    """Whether a line of four words or more has no accent at all."""
    return line.isascii() and len(_WORD.findall(line)) >= _LEAST_WORDS


def lacks_accents(text: str) -> bool:
    """Whether three of ten lines are written without accents."""
    lines = [line for line in text.splitlines() if len(_WORD.findall(line)) >= _LEAST_WORDS]
    return sum(map(is_bare_line, lines)) > _SHARE_OF_LINES * len(lines)


def with_accents(source: Source) -> Source:
    """The text with accents in those of its lines that have none; the same where it has accents as it is."""
    if not lacks_accents(source.plain):
        return source
    lines = source.plain.splitlines(keepends=True)
    return source.with_plain("".join(_restored(line) if line.isascii() else line for line in lines))


def _restored(line: str) -> str:
    words = list(_WORD.finditer(line))
    letters = list(line)
    for word, said in zip(words, _likeliest([one[0].lower() for one in words]), strict=True):
        letters[word.start() : word.end()] = [
            new.upper() if old.isupper() else new for old, new in zip(word[0], said, strict=True)
        ]
    return "".join(letters)


def _likeliest(words: Sequence[str]) -> list[str]:
    """The row of words with accents that is likeliest as a whole."""
    choices, seen, pairs = _counts()
    whole = sum(seen.values())
    paths: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
    for word in words:
        reached: dict[str, tuple[float, list[str]]] = {}
        for new in choices.get(word, (word,)):
            alone = _OF_WORDS * seen.get(new, 0) / whole + _UNSEEN
            reached[new] = max(
                (
                    score + math.log(alone + _OF_PAIRS * _share(pairs, seen, last, new)),
                    [*said, new],
                )
                for last, (score, said) in paths.items()
            )
        paths = reached
    return max(paths.values())[1]


def _share(pairs: dict[str, int], seen: dict[str, int], last: str, new: str) -> float:
    return pairs.get(f"{last} {new}", 0) / seen[last] if last in seen else 0


@cache
def _counts() -> tuple[dict[str, list[str]], dict[str, int], dict[str, int]]:
    """Per word without accents the words it may be, how often each word and each pair was seen."""
    choices: defaultdict[str, list[str]] = defaultdict(list)
    seen: dict[str, int] = {}
    pairs: dict[str, int] = {}
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        said, _, count = line.rpartition("\t")
        if " " in said:
            pairs[said] = int(count)
        else:
            seen[said] = int(count)
            choices[bare(said)].append(said)
    return dict(choices), seen, pairs
