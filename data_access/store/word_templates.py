"""The office's own Word template: every one that was ever chosen is kept, the last one is in use."""

from datetime import UTC, datetime
from typing import NamedTuple

import sqlalchemy as sa

from data_access.meeting_tables import word_templates
from data_access.store import journal_rows, person_codes
from data_access.store.change_rows import now


class WordTemplate(NamedTuple):
    """A template as it was chosen; `at` is UTC."""

    id: int
    at: datetime
    who: str
    name: str
    content: bytes


def save_word_template(
    connection: sa.Connection, name: str | None, content: bytes | None, who: str
) -> int:
    """Use a template from now on (none: the program's own look again) and give its number."""
    row = {
        "at": now(),
        "who": person_codes.coded(connection, who),
        "name": name,
        "content": content,
    }
    number = connection.execute(
        sa.insert(word_templates).values(row).returning(word_templates.c.id)
    ).scalar_one()
    journal_rows.note(connection, "word_template", who, name)
    return number


def word_template_in_use(connection: sa.Connection) -> WordTemplate | None:
    """The template chosen last; None where there is none or the last choice was to use none."""
    row = (
        connection.execute(sa.select(word_templates).order_by(word_templates.c.id.desc()).limit(1))
        .mappings()
        .first()
    )
    if row is None or row["content"] is None:
        return None
    return WordTemplate(
        **{
            **row,
            "at": row["at"].replace(tzinfo=UTC),
            "who": person_codes.named(connection, row["who"]),
            "content": bytes(row["content"]),
        }
    )
