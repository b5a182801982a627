"""The page of one's own reading keys: what holds one, a new one, shown once, and the end of one."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.serving import keys_words as words
from dashboard.serving.sign_in_pages import KEYS
from dashboard.writing import formats

LONGEST = 80


def body(keys: Sequence[Mapping[str, Any]], made: str = "", refusal: str = "") -> str:
    """The page's content. `made`: the new key, shown this once; `refusal`: why none was made."""
    new = (
        f"<div class='note' role='status'><p>{words.MADE}</p><p><code>{html.escape(made)}</code></p></div>"
        if made
        else ""
    )
    refused = f"<p class='refusal' role='alert'>{html.escape(refusal)}</p>" if refusal else ""
    listed = "".join(_one(one) for one in keys)
    own = f"<ul class='deeds' aria-label='{words.LIST}'>{listed}</ul>" if listed else ""
    return (
        f"<h1>{words.TITLE}</h1><p>{words.SAID}</p>{new}{refused}{own or f'<p>{words.NONE}</p>'}"
        f"<form method='post' action='{KEYS}'><label for='ten'>{words.LABEL}</label>"
        f"<input id='ten' name='ten' maxlength='{LONGEST}' autocomplete='off' required>"
        f"<button type='submit'>{words.MAKE}</button></form>"
        f"<p class='small'>{words.HOW}</p><p><a href='/tai-khoan'>{words.BACK}</a></p>"
    )


def _one(key: Mapping[str, Any]) -> str:
    used = formats.date(key["used_on"]) if key["used_on"] else words.NEVER
    said = words.KEY.format(
        label=html.escape(key["label"]), until=formats.date(key["expires"]), used=used
    )
    name = html.escape(words.END_OF.format(label=key["label"]), quote=True)
    return (
        f"<li>{said}<form method='post' action='{KEYS}'><input type='hidden' name='thu_hoi' value='{key['id']}'>"
        f"<button type='submit' class='quiet' aria-label='{name}'>{words.END}</button></form></li>"
    )
