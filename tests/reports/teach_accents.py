"""Teaches how words written without accents read, from the texts of this folder and the phrases of the rules.

``python -m tests.reports.teach_accents`` writes ``accents.tsv`` anew: how often each word, and each pair of neighbours, stands there with its accents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dashboard.reading.folding import fold
from dashboard.reading.restored_accents import PAIRS, bare, is_bare_line
from tests.reports.scores import FOLDER, report_names, text_of

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?:[ \t]+[^\W\d_]+)*")
LEAST_PAIR, LEAST_WORD = 3, 2


def _lines() -> Iterator[str]:
    for folder in (FOLDER, FOLDER / "fresh"):
        for name in report_names(folder):
            yield from text_of(name, folder).splitlines()
    for path in sorted(PAIRS.parent.glob("*.toml")):
        yield from re.findall(r'"([^"]+)"', path.read_text(encoding="utf-8"))


def counted() -> tuple[Counter[str], Counter[str]]:
    """Words and pairs of neighbours, as they stand with their accents."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for line in _lines():
        if is_bare_line(line):
            continue
        for run in _RUN.findall(fold(line)):
            said = _WORD.findall(run)
            words.update(said)
            pairs.update(f"{one} {other}" for one, other in zip(said, said[1:], strict=False))
    return words, pairs


def write() -> None:
    """The words and pairs that are seen more than once or twice; of a pair only such as holds an accent."""
    words, pairs = counted()
    kept = {word: count for word, count in words.items() if count >= LEAST_WORD}
    kept |= {
        pair: count for pair, count in pairs.items() if count >= LEAST_PAIR and bare(pair) != pair
    }
    lines = [f"{said}\t{count}" for said, count in sorted(kept.items())]
    PAIRS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
