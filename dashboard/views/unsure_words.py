"""Words of a scanned report that recognition is not sure of, beside each finding in whose quote they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.views.report_question_words import UNSURE_FIGURE


def with_unsure(
    shown: Mapping[str, pd.DataFrame], text: str, doubtful: Sequence[tuple[int, int]]
) -> dict[str, pd.DataFrame]:
    """The findings by kind with `unsure`: their quote's words at the spans `doubtful` of `text`, in words, None without any.

    A finding with a doubtful figure is looked at by a person: “accept all” leaves it (`sure` False).
    """
    return {kind: _marked(frame, text, doubtful) for kind, frame in shown.items()}


def _marked(frame: pd.DataFrame, text: str, doubtful: Sequence[tuple[int, int]]) -> pd.DataFrame:
    spans = zip(frame["start"], frame["end"], strict=True)
    inside = [
        [text[first:last] for first, last in doubtful if start < last and first < end]
        for start, end in spans
    ]
    figure = [any(letter.isdigit() for one in found for letter in one) for found in inside]
    said = [", ".join(f"“{one}”" for one in found) or None for found in inside]
    asked = frame["sure"] & pd.Series(figure, index=frame.index, dtype=bool)
    marked = frame.assign(unsure=pd.Series(said, index=frame.index, dtype="str"))
    for place in frame.index[asked]:
        question = UNSURE_FIGURE.format(words=marked.at[place, "unsure"])
        marked.loc[place, ["sure", "question"]] = [False, question]
    return marked
