"""What the pages of the secretariat share: who does it and why, mistakes as a list, refusals of the store in words."""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import streamlit as st

from dashboard.access.permissions import NotAllowedError
from dashboard.ui import frame_words as words
from dashboard.ui import stored
from dashboard.wording.problem_sentences import store_sentence
from dashboard.wording.role_words import not_allowed
from data_access.intake.cell_dates import parse_day
from data_access.store import StoreError

STYLE = (Path(__file__).parent / "desk.css").read_text(encoding="utf-8")
SCRIPT = (
    (Path(__file__).parent / "desk.js")
    .read_text(encoding="utf-8")
    .replace("__UPLOADER__", json.dumps(words.UPLOADER, ensure_ascii=False))
)
NAME_LIMIT, REASON_LIMIT = 80, 400


def prepare() -> None:
    """The style of these pages; it also covers the English captions of Streamlit's own widgets."""
    st.html(f"<style>{STYLE}</style>")


def who(key: str = "who") -> str:
    """The name of the person at the screen: of who is signed in, else asked once and kept while the browser is open; '' until given.

    A second box on a page needs a key of its own and begins with the same name.
    """
    here = stored.person()
    if here and here.account:
        st.html(f"<p class='small'>Người thực hiện: <b>{html.escape(here.name)}</b></p>")
        return here.name
    if key != "who":
        st.session_state.setdefault(key, st.session_state.get("who") or "")
    return (
        st.text_input(
            "Người thực hiện",
            key=key,
            persist_state="session",
            max_chars=NAME_LIMIT,
            placeholder="Họ và tên, chức vụ",
            autocomplete="name",
        )
        or ""
    ).strip()


def why(key: str, example: str) -> str:
    """The reason of a change; '' until given."""
    return (
        st.text_input(
            "Lý do", key=key, max_chars=REASON_LIMIT, placeholder=example, autocomplete="off"
        )
        or ""
    ).strip()


def day(label: str, key: str) -> dt.date | None:
    """A day that may be left out; a note says so if it is none."""
    text = (
        st.text_input(label, key=key, max_chars=20, placeholder="20/9/2019", autocomplete="off")
        or ""
    ).strip()
    found = parse_day(text).date if text else None
    if text and found is None:
        note(words.NO_DAY.format(text=text), tone="bad")
    return found


def printed(
    what: str, make: Callable[[], bytes], action: str = "print", unit: str | None = None
) -> Callable[[], bytes]:
    """A paper made when it is asked for, if the person still may; the journal says what, by whom, from where."""
    who = st.session_state.get("who")

    def made() -> bytes:
        stored.require(action, unit)
        content = make()
        here = stored.person()
        stored.store().note("print", here.name if here and here.account else who, what)
        return content

    return made


def uploader_words(words: str, key: str = "") -> None:
    """What stands beside the button of this page's file uploader (of the one with that key), which Streamlit writes in English and the style hides."""
    where = f".st-key-{key}" if key else ":root"
    st.html(f"<style>{where} {{ --upload-words: '{words}'; }}</style>")
    st.html(f"<script>{SCRIPT}</script>", unsafe_allow_javascript=True)


Tone = Literal["good", "bad", "quiet"]


def note(title: str, lines: Sequence[str] = (), *, tone: Tone = "quiet") -> None:
    """A note with a list below it; texts from files and people are shown as they stand."""
    items = "".join(f"<li>{html.escape(one)}</li>" for one in lines)
    role = "alert" if tone == "bad" else "status"
    st.html(
        f"<div class='note note-{tone}' role='{role}'><p>{html.escape(title)}</p>{f'<ul>{items}</ul>' if items else ''}</div>"
    )


def allowed(action: str) -> bool:
    """Whether the person at the screen may do this; a note says so where they may not."""
    if stored.may(action):
        return True
    note(not_allowed(action))
    return False


def told(text: str, lines: Sequence[str] = ()) -> None:
    """Keep a message for the run after this one, when the whole page is drawn anew."""
    st.session_state["_told"] = (text, list(lines))


def told_before() -> None:
    """Show what the last run left to say, once. Its place is kept when there is nothing to say: what stands below stays where it is, so nothing that was unfolded there folds."""
    text, lines = st.session_state.pop("_told", ("", []))
    with st.container():
        if text:
            note(text, lines, tone="good")


@contextmanager
def refusals(but: type[StoreError] | tuple[()] = ()) -> Iterator[None]:
    """What the store or a role refuses is told in a sentence, and the rest of the page is still drawn; `but` is left to the caller."""
    try:
        yield
    except but:
        raise
    except NotAllowedError as error:
        note(str(error), tone="bad")
    except StoreError as error:
        note(store_sentence(error.code, error.fields), tone="bad")
