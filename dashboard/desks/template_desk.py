"""The office's own Word template on screen: which one is in use, another in its place, ours again."""

from __future__ import annotations

import streamlit as st

from dashboard.exports.media_types import WORD
from dashboard.exports.paper.official import WordTemplateError, check_template
from dashboard.ui import desk_parts, meeting_store, page_parts, stored
from dashboard.views.intake import file_name
from dashboard.views.meeting import local
from dashboard.wording import meeting_words as words
from dashboard.writing import formats

FILE_MB = 10


def template() -> None:
    """A fold with the template in use and the form that changes it."""
    fold = st.expander(words.TEMPLATE, key="hop_template_fold", type="compact", on_change="rerun")
    if fold.open:
        with fold:
            _form()


def _form() -> None:
    used = stored.store().word_template()
    page_parts.small(words.TEMPLATE_SAID)
    page_parts.small(
        words.TEMPLATE_OURS
        if used is None
        else words.TEMPLATE_USED.format(
            name=used.name, day=formats.date(local(used.at)), who=used.who
        )
    )
    if used is not None:
        st.download_button(
            words.TEMPLATE_GET,
            used.content,
            used.name,
            WORD,
            key="hop_template_get",
            on_click="ignore",
            type="tertiary",
        )
    key = meeting_store.fresh("hop_template")
    desk_parts.uploader_words(words.TEMPLATE_FILE_SAID.format(size=FILE_MB), key)
    file = st.file_uploader(words.TEMPLATE_FILE, key=key, max_upload_size=FILE_MB)
    who = desk_parts.who("template_who")
    with st.container(horizontal=True, gap="small"):
        wanted = st.button(words.TEMPLATE_USE, key="hop_template_use", disabled=file is None)
        unwanted = used is not None and st.button(words.TEMPLATE_DROP, key="hop_template_drop")
    if wanted:
        _use(file_name(file.name), file.getvalue(), who)
    elif unwanted:
        _use(None, None, who)


def _use(name: str | None, content: bytes | None, who: str) -> None:
    if not who:
        return desk_parts.note(words.WHO_MISSING, tone="bad")
    try:
        if content is not None:
            check_template(content)
    except WordTemplateError as error:
        return desk_parts.note(f"{name}: {error}", tone="bad")
    with desk_parts.refusals():
        stored.store().save_word_template(name, content, who=who)
        meeting_store.begin_afresh()
        desk_parts.told(
            words.TEMPLATE_DROPPED if name is None else words.TEMPLATE_SET.format(name=name)
        )
        st.rerun()
    return None
