"""What people typed and have not sent, by account and form: any server of the store gives it back to the same account, to nobody else.

It is no figure and no deed: no change is counted, the journal does not tell it, no backup holds it; a week after the last letter it is gone.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import timedelta

import sqlalchemy as sa

from data_access.office_tables import drafts
from data_access.store import Store
from data_access.store.change_rows import now
from data_access.store.engine import snapshot, transaction

LASTS = timedelta(days=7)
PART = "part "  # of a file: the fields with its content
MOST, LONGEST = 200, 600_000  # drafts of an account; letters of one field


def draft(store: Store, account: str, form: str) -> Mapping[str, str]:
    """What this account typed into a form, field by field; nothing of what is too old."""
    chosen = sa.select(drafts.c.fields).where(
        drafts.c.account == account, drafts.c.form == form, drafts.c.at >= now() - LASTS
    )
    with snapshot(store.engine) as connection:
        return connection.execute(chosen).scalar() or {}


def begun(store: Store, account: str, start: str) -> list[str]:
    """The forms of this account whose names begin so, the oldest first."""
    own = drafts.c.account == account
    chosen = sa.select(drafts.c.form).where(
        own, drafts.c.form.startswith(start, autoescape=True), drafts.c.at >= now() - LASTS
    )
    with snapshot(store.engine) as connection:
        return list(connection.execute(chosen.order_by(drafts.c.at, drafts.c.form)).scalars())


def keep(store: Store, account: str, form: str, fields: Mapping[str, str]) -> None:
    """Keep what is typed in place of what was; of empty fields nothing. What is too old, and an account's oldest beyond `MOST`, goes."""
    typed = {name: text[:LONGEST] for name, text in fields.items() if text}
    own = drafts.c.account == account
    with transaction(store.engine) as connection:
        gone = sa.or_(sa.and_(own, drafts.c.form == form), drafts.c.at < now() - LASTS)
        connection.execute(sa.delete(drafts).where(gone))
        if typed:
            row = {"account": account, "form": form, "fields": typed, "at": now()}
            connection.execute(sa.insert(drafts).values(row))
        newest = sa.select(drafts.c.form).where(own).order_by(drafts.c.at.desc()).limit(MOST)
        kept = set(connection.execute(newest).scalars())
        connection.execute(sa.delete(drafts).where(own, drafts.c.form.not_in(kept)))


def of_file(name: str, content: bytes) -> dict[str, str]:
    """A file as the fields of a draft: its name, and its content in parts that a field holds."""
    text = b64encode(content).decode()
    parts = [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)]
    return {"name": name} | {f"{PART}{at:04}": part for at, part in enumerate(parts)}


def file_of(fields: Mapping[str, str]) -> tuple[str, bytes]:
    """Name and content of the file whose fields these are.

    >>> file_of(of_file("a.txt", b"abc"))
    ('a.txt', b'abc')
    """
    parts = sorted(one for one in fields if one.startswith(PART))
    return fields["name"], b64decode("".join(fields[one] for one in parts))


def readable(fields: Mapping[str, str]) -> list[str]:
    """What people read of a draft; of a file its name."""
    return [text for field, text in fields.items() if not field.startswith(PART)]


def forget(store: Store, account: str, form: str) -> None:
    """The form was sent."""
    with transaction(store.engine) as connection:
        connection.execute(
            sa.delete(drafts).where(drafts.c.account == account, drafts.c.form == form)
        )
