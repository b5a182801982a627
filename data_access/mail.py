"""E-mail through the office's own server, where one is named; a password never goes over an open line."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

WAIT_SECONDS = 20


class MailError(Exception):
    """An e-mail that cannot be sent. `code`: `mail_setting`, `mail_open_line`, `mail_refused`; `fields` has what the sentence needs."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code, fields)
        self.code, self.fields = code, fields


class MailServer(NamedTuple):
    """Where e-mails go out and in whose name; `trouble_to`: who hears of failures ('' nobody)."""

    place: SplitResult
    sender: str
    trouble_to: str


def server_of(environment: Mapping[str, str]) -> MailServer | None:
    """The server that DASHBOARD_MAIL_SERVER names (smtp://… or smtps://…), with DASHBOARD_MAIL_FROM and DASHBOARD_MAIL_TO; None where mail is off.

    Errors: `MailError` `mail_setting` for an address that is none, or without a sender.
    """
    named = environment.get("DASHBOARD_MAIL_SERVER", "").strip()
    if not named:
        return None
    place, sender = urlsplit(named), environment.get("DASHBOARD_MAIL_FROM", "").strip()
    if place.scheme not in ("smtp", "smtps") or not place.hostname:
        raise MailError("mail_setting", name="DASHBOARD_MAIL_SERVER")
    if "@" not in sender:
        raise MailError("mail_setting", name="DASHBOARD_MAIL_FROM")
    return MailServer(place, sender, environment.get("DASHBOARD_MAIL_TO", "").strip())


def send(server: MailServer, to: str, subject: str, text: str) -> None:
    """Send one e-mail. Errors: `MailError` (`mail_open_line` where a password would be readable, `mail_refused` with what the server said)."""
    message = EmailMessage()
    message["From"], message["To"] = server.sender, to
    message["Subject"] = " ".join(subject.split())  # a name over two lines makes no second head
    message.set_content(text)
    try:
        with _opened(server.place) as line:
            if server.place.username:
                line.login(unquote(server.place.username), unquote(server.place.password or ""))
            line.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        raise MailError("mail_refused", server=server.place.hostname, reason=str(error)) from error


def _opened(place: SplitResult) -> smtplib.SMTP:
    """A line to the server, closed to others where the server can; with a password it must be."""
    host, trusted = str(place.hostname), ssl.create_default_context()
    if place.scheme == "smtps":
        return smtplib.SMTP_SSL(host, place.port or 465, timeout=WAIT_SECONDS, context=trusted)
    line = smtplib.SMTP(host, place.port or 587, timeout=WAIT_SECONDS)
    line.ehlo()
    if line.has_extn("starttls"):
        line.starttls(context=trusted)
    elif place.username:
        line.close()
        raise MailError("mail_open_line", server=host)
    return line
