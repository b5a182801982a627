"""E-mail through the office's own server: off without one, reminders to who surely is late, a password never on an open line."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import os
import socket
import threading

import pytest
from copies import copied

import sample_data
from dashboard.__main__ import main
from dashboard.plan import clock
from dashboard.serving import backups
from data_access import account_store, mail
from data_access.store import connect


class Postman:
    """A mail server that speaks just enough of the protocol (RFC 5321) and keeps what it gets; it knows no TLS."""

    def __init__(self) -> None:
        self.letters: list[email.message.EmailMessage] = []
        self.recipients: list[str] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"smtp://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            line, _ = self._door.accept()
            with line, line.makefile("rb") as heard:
                line.sendall(b"220 here\r\n")
                self._talk(line, heard)

    def _talk(self, line: socket.socket, heard) -> None:
        for said in heard:
            word = said[:4].upper()
            if word == b"DATA":
                line.sendall(b"354 go on\r\n")
                body = b"".join(iter(heard.readline, b".\r\n"))
                policy = email.policy.default
                self.letters.append(email.message_from_bytes(body, policy=policy))
            elif word == b"RCPT":
                self.recipients.append(said.decode().split("<")[1].split(">")[0])
            elif word == b"QUIT":
                line.sendall(b"221 bye\r\n")
                return
            line.sendall(b"550 no\r\n" if b"nobody@" in said else b"250 well\r\n")


@pytest.fixture
def post(monkeypatch) -> Postman:
    server = Postman()
    monkeypatch.setenv("DASHBOARD_MAIL_SERVER", server.url)
    monkeypatch.setenv("DASHBOARD_MAIL_FROM", "thi-dua@tinh.example")
    monkeypatch.setenv("DASHBOARD_MAIL_TO", "cntt@tinh.example")
    return server


def late_units(store) -> list[str]:
    """Units of 2024 whose report the store lacks, from its rows alone: members of the year that lived all along, without a filing."""
    filed = set(store.load("filings").query("year == 2024")["unit"])
    members = set(store.load("unit_years").query("year == 2024")["unit"])
    units = store.load("units")
    lives = units["valid_to"].isna() & ~(units["valid_from"] > "2024-12-15")
    return sorted(members & set(units[lives]["unit"]) - filed)


def test_who_is_late_is_reminded_once_asked_for_and_the_journal_says_so(
    sample_copy, post, monkeypatch, capsys
):
    monkeypatch.setenv("DATABASE_URL", sample_copy)
    with connect(sample_copy) as store:
        late = late_units(store)
        unit = late[0]
        account_store.add(store, "quantri", "Bình", frozenset({"admin"}))
        account_store.add(
            store, "dv", "Lan", frozenset({"unit"}), unit=unit, email="don-vi@tinh.example"
        )
        assert main(["remind", "--year", "2024"]) == 0
        said = capsys.readouterr().out
        assert "sẽ nhắc don-vi@tinh.example" in said and not post.letters
        assert said.count("chưa có thư điện tử") == len(late) - 1
        assert main(["remind", "--year", "2024", "--send"]) == 0
        assert post.recipients == ["don-vi@tinh.example"]
        (letter,) = post.letters
        assert letter["Subject"].startswith("Nhắc nộp: ") and "2024" in letter["Subject"]
        name = store.load("units").set_index("unit").at[unit, "name"]
        assert f"Kính gửi {name}," in letter.get_content()
        newest = store.journal().iloc[0]
        assert (newest["action"], newest["what"]) == ("mail.reminder", unit)
        for number, one in enumerate(late[1:]):
            account_store.add(
                store,
                f"dv{number}",
                "Hoa",
                frozenset({"unit"}),
                unit=one,
                email=f"nobody@{number}.vn",
            )
        account_store.add(
            store, "dv-hai", "Cúc", frozenset({"unit"}), unit=unit, email="nobody@hai.vn"
        )
        post.recipients.clear()
        before = store.journal()["action"].eq("mail.reminder").sum()
        assert main(["remind", "--year", "2024", "--send"]) == 1
        assert "don-vi@tinh.example" in post.recipients, "one refused keeps no other back"
        assert store.journal()["action"].eq("mail.reminder").sum() == before + 1, (
            "what went out is in the journal, whatever came of the next address"
        )


def test_without_a_mail_server_nothing_is_sent_and_it_is_said_what_to_set(
    sample_copy, monkeypatch, capsys
):
    monkeypatch.setenv("DATABASE_URL", sample_copy)
    monkeypatch.delenv("DASHBOARD_MAIL_SERVER", raising=False)
    assert main(["remind", "--year", "2024", "--send"]) == 1
    assert "DASHBOARD_MAIL_SERVER" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"DASHBOARD_MAIL_SERVER": "mail.tinh.example"}, "DASHBOARD_MAIL_SERVER"),
        ({"DASHBOARD_MAIL_SERVER": "smtp://mail.tinh.example"}, "DASHBOARD_MAIL_FROM"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(settings, name):
    with pytest.raises(mail.MailError) as refused:
        mail.server_of(settings)
    assert (refused.value.code, refused.value.fields) == ("mail_setting", {"name": name})


def test_a_password_never_goes_over_an_open_line(post):
    settings = {
        "DASHBOARD_MAIL_SERVER": post.url.replace("//", "//lan:mat-khau@"),
        "DASHBOARD_MAIL_FROM": "thi-dua@tinh.example",
    }
    with pytest.raises(mail.MailError) as refused:
        mail.send(mail.server_of(settings), "ai@tinh.example", "x", "y")
    assert refused.value.code == "mail_open_line" and not post.letters


def test_a_subject_over_two_lines_makes_no_second_head_and_no_second_recipient(post):
    mail.send(mail.server_of(os.environ), "ai@tinh.example", "Nhắc nộp\nBcc: la@x.vn", "y")
    assert post.recipients == ["ai@tinh.example"]
    assert post.letters[0]["Subject"] == "Nhắc nộp Bcc: la@x.vn" and "Bcc" not in post.letters[0]


def test_a_server_that_refuses_or_is_not_there_is_one_error(post):
    server = mail.server_of({"DASHBOARD_MAIL_SERVER": post.url, "DASHBOARD_MAIL_FROM": "a@b.c"})
    with pytest.raises(mail.MailError) as refused:
        mail.send(server, "nobody@tinh.example", "x", "y")
    assert refused.value.code == "mail_refused"


def test_a_backup_that_fails_is_told_by_mail_once_a_day(sqlite_store, post, tmp_path):
    sqlite_store.save_plan("x = 1", "Lan")
    (tmp_path / "backups").write_text("a file where the folder should be")
    backups.TOLD.clear()
    for _ in range(2):
        backups.made(sqlite_store, tmp_path / "backups", 3)
    assert [one["To"] for one in post.letters] == ["cntt@tinh.example"]
    assert "Chưa sao lưu được" in post.letters[0].get_content()
    assert list(sqlite_store.journal()["action"]).count("mail.trouble") == 1
    next_day, place = clock.today() + dt.timedelta(days=1), str(tmp_path / "backups")
    assert backups.tell_by_mail(sqlite_store, next_day, place)


def test_who_is_late_in_a_further_movement_is_reminded_at_the_address_that_the_first_one_keeps(
    sample_copy, small_url, tmp_path, post, monkeypatch, capsys
):
    home = copied(small_url, tmp_path / "home.sqlite")
    further = copied(sample_copy, tmp_path / "home.phong-trao-hai.sqlite")
    monkeypatch.setenv("DATABASE_URL", home)
    with connect(home) as first, connect(further) as second:
        second.save_plan(sample_data.PLAN.read_text(encoding="utf-8"), "Bình")
        unit = late_units(second)[0]
        account_store.add(first, "chu", "Bình", frozenset({"admin"}))
        assert main(["movement", "add", "hai", "Hai", "--existing"]) == 0
        assert main(["account", "add", "dv", "--person", "Lan", "--email", "dv@tinh.example"]) == 0
        asked = ["movement", "rights", "hai", "dv", "--role", "unit", "--unit", unit]
        assert main(asked) == 0
        capsys.readouterr()
    assert main(["remind", "--year", "2024", "--movement", "hai"]) == 0
    assert "sẽ nhắc dv@tinh.example" in capsys.readouterr().out
