"""What a page sends to the browser, as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from streamlit.testing.v1 import AppTest

from dashboard.ui.frame_words import PAGE_FAILED


def sent(app: AppTest, without: str | None = None) -> str:
    """Everything that the browser would receive as readable text: every field of every element, tables and charts included; `without`: but the container of this key."""
    return "\n".join(
        text
        for node in nodes(app._tree, without)
        if getattr(node, "proto", None) is not None
        for text in texts(node.proto)
    )


def nodes(node, without: str | None = None) -> Iterator:
    if without and without in str(getattr(getattr(node, "proto", None), "id", "")):
        return
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes(child, without)


def texts(message) -> Iterator[str]:
    """Every text and byte string of a message and of those within it; what JSON escapes is written out."""
    for _, value in message.ListFields():
        for one in (
            value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else [value]
        ):
            if hasattr(one, "ListFields"):
                yield from texts(one)
            elif isinstance(one, str | bytes):
                text = one if isinstance(one, str) else one.decode("utf-8", "ignore")
                yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def unfolded(app: AppTest) -> AppTest:
    """The page with every row of its list unfolded, as a browser asks for what stands in each (`ui.linked`); as it is without a list."""
    lists = [
        node.proto
        for node in nodes(app._tree)
        if getattr(node, "proto", None) is not None
        and any("data-mark=" in text for text in texts(node.proto))
    ]
    if not lists:
        return app
    (part,) = lists
    html = "".join(texts(part))
    asked = {"mark": re.search(r"data-mark='(\w+)'", html)[1], "of": re.findall(r"data-of='([^']+)'", html)}  # fmt: skip
    states = app._tree.get_widget_states()
    states.widgets.add(id=part.id, json_value=json.dumps({"asked": asked}))
    return app._run(states)


def answer(app: AppTest) -> str:
    said = " ".join(str(one.proto.body) for one in app.get("html"))
    return " ".join(re.findall(r"<h1 class='answer'>(.*?)</h1>", said))


def failures(app: AppTest) -> list[str]:
    return [one.value for one in app.exception] + [
        one.value for one in app.error if one.value == PAGE_FAILED
    ]
