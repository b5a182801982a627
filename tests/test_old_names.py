"""Names in rows of before names had codes: replaced once, with both chains made anew and an entry that says so; then whoever is erased is in no row any more."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from copies import copied, database
from test_lasting import rows_of, tables_in
from test_proof import behind_the_back

from dashboard.__main__ import main
from dashboard.wording import proof_words
from data_access import account_store, backup, erasing, old_names, person_data
from data_access.office_tables import journal
from data_access.store import Store, connect
from data_access.store.chain import JOURNAL_PARTS, link_of
from data_access.store.engine import engine_as_it_is
from data_access.store.errors import AccountError
from data_access.store.versions import migrate

LAN, LOGIN, BINH = "Nguyễn Thị Lan, thư ký", "lan.nt", "Trần Văn Bình"
DAY, CONTENT = "2026-01-15", gzip.compress(b"{}", mtime=0)
MARK = hashlib.sha256(b"{}").hexdigest()


def moment(number: int) -> dt.datetime:
    return dt.datetime(2026, 1, number, 8, 30)


def linked(before: str, *parts: object) -> str:
    """The link as the program of 0010 made it, worked out here anew."""
    text = json.dumps([before, *parts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class Old:
    """A store of version 0010, its rows as the program of then wrote them: names in plain."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection, self.head, self.seal_head, self.seals = connection, "", "", 0

    def put(self, table: str, **row: object) -> None:
        known = sa.Table(table, sa.MetaData(), autoload_with=self.connection)
        self.connection.execute(sa.insert(known).values(row))

    def deed(self, account: str | None, who: str | None, action: str, what=None, **detail) -> None:
        at = moment(self.deeds + 1)
        self.head = linked(
            self.head,
            at.isoformat(timespec="microseconds"),
            *(account, who, action, what, detail, "machine"),
        )
        row = {"at": at, "account": account, "who": who, "action": action, "what": what}
        self.put("journal", **row, detail=detail, origin="machine", link=self.head)

    @property
    def deeds(self) -> int:
        return self.connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()

    def seal(self, who: str, name: str) -> None:
        self.seals += 1
        at, hangs_on = moment(self.deeds + 1), self.head
        self.seal_head = linked(
            self.seal_head,
            at.isoformat(timespec="microseconds"),
            *(who, name, "m25", 2025, DAY, None, False, 1, MARK, None, hangs_on),
        )
        about = {"milestone": "m25", "as_of": DAY, "fingerprint": MARK}
        row = {"at": at, "who": who, "name": name, "milestone": "m25", "year": 2025}
        row |= {"as_of": dt.date.fromisoformat(DAY), "illustrative": False, "change": 1}
        row |= {"fingerprint": MARK, "content": CONTENT, "journal_link": hangs_on}
        self.put("seals", **row, link=self.seal_head)
        self.deed("x", who, "seal", name, seal=self.seals, **about, link=self.seal_head)


def filled(old: Old) -> None:
    """Two persons at work: accounts, an import, a plan, a conclusion, two seals, a refused sign-in."""
    account = {"must_change": False, "failures": 0, "disabled": False, "made_at": moment(1)}
    old.put("accounts", name=LOGIN, person=LAN, roles="secretary", **account)
    old.put("accounts", name="quantri", person=BINH, roles="admin", **account)
    old.deed(None, None, "account.add", LOGIN, roles="secretary", unit=None)
    old.deed(LOGIN, LAN, "import", "a.csv", import_id=1)
    old.put(
        "imports", at=moment(2), who=LAN, file="a.csv", illustrative=False, rows=0, undone=False
    )
    old.put("changes", at=moment(2), who=LAN, kind="import", detail={"import_id": 1})
    old.put("plans", version=1, at=moment(2), who=LAN, why="bản đầu", body="x = 1")
    old.put(
        "conclusions",
        **{"at": moment(2), "who": LAN, "meeting": "Họp", "what": "việc", "responsible": "SNV"},
        agreed_on=dt.date(2026, 1, 2),
    )
    old.seal(LAN, "Chốt lần một")
    old.deed("quantri", BINH, "print", "bao-cao.docx")
    old.seal(BINH, "Chốt lại")
    old.deed(None, None, "sign_in.refused", LOGIN, tries=3)


@pytest.fixture(params=["sqlite", "postgresql"])
def old_url(request, monkeypatch, tmp_path) -> Iterator[str]:
    """A store of before names had codes, on each kind of database: a copy of one that was made once."""
    monkeypatch.setenv("DASHBOARD_BACKUPS", str(tmp_path / "backups"))
    if request.param == "sqlite":
        yield copied(request.getfixturevalue("old_file"), tmp_path / "store.sqlite")
        return
    server = request.getfixturevalue("postgresql_server")
    with database(server, request.getfixturevalue("old_database")) as url:
        yield url


@pytest.fixture(scope="module")
def old_file(tmp_path_factory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('old') / 'store.sqlite'}"
    made_old(url)
    return url


@pytest.fixture(scope="module")
def old_database(postgresql_server) -> Iterator[str]:
    with database(postgresql_server) as url:
        made_old(url)
        yield str(sa.make_url(url).database)


def made_old(url: str) -> None:
    """A store of before names had codes, in which people did something."""
    engine = engine_as_it_is(url)
    migrate(engine, to="0010")
    with engine.begin() as connection:
        filled(Old(connection))
    engine.dispose()


def dumped(store: Store) -> str:
    """Every row of every table as text."""
    return repr(rows_of(store.engine, tables_in(store.engine)))


def test_who_is_erased_from_a_store_of_before_is_in_no_row_and_the_chains_hold(old_url, tmp_path):
    with connect(old_url) as store:
        assert not store.prove().faults, "it holds as the earlier program left it"
        heads = store.prove()
        before = store.journal()[["at", "action"]].values.tolist()
        done = erasing.erase(store.acting("quantri", "command"), LAN)
        found, text = store.prove(), dumped(store)
        assert LAN not in text and LOGIN not in text and BINH in text
        assert found.faults == () and found.seals == 2 and done.coded == 5
        assert store.journal()[["at", "action"]].values.tolist()[2:] == before
        assert store.journal()["action"].tolist()[:2] == ["person.erase", "names.coded"]
        (entry,) = found.recoded
        assert (entry.number, entry.holds) == (len(before) + 1, True)
        assert entry.detail["journal_before"] == heads.journal_head
        assert entry.detail["seals_before"] == heads.seal_head != found.seal_head
        assert entry.detail["seals_after"] == found.seal_head
        kept = [one.name for one in (tmp_path / "backups").iterdir()]
        assert entry.detail["backups"] == kept[0] and [one.name for one in done.still] == kept
        if store.engine.dialect.name == "sqlite":
            for file in Path(str(store.engine.url.database)).parent.glob("*.sqlite*"):
                assert LAN.encode() not in file.read_bytes()
        store.note("print", BINH, "sau")
        assert store.prove().faults == ()


def test_who_is_erased_for_being_gone_long_is_in_no_row_of_before_either(old_url):
    """Somebody whose name got a code later, and stands in plain in the rows of before."""
    with connect(old_url) as store:
        store.note("print", LAN, "sau")
        account_store.set_disabled(store, LOGIN, True)
        assert erasing.erase_idle(store, -1), "nothing was written of them since tomorrow"
        assert LAN not in dumped(store) and store.prove().faults == ()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE journal SET what = 'b.csv' WHERE id = 2", [("journal_broken", 2)]),
        ("DELETE FROM journal WHERE id = 4", [("journal_broken", 5), ("seal_unanchored", 2)]),
        ("UPDATE seals SET name = 'khác' WHERE id = 1", [("seal_broken", 1)]),
        ("UPDATE journal SET detail = '{}' WHERE id = 7", [("journal_broken", 7)]),
    ],
)
def test_a_row_changed_after_that_is_named(old_url, statement, told):
    with connect(old_url) as store:
        old_names.code_old_names(store)
        behind_the_back(store, statement)
        assert [(one.code, one.fields["number"]) for one in store.prove().faults] == told


def test_a_chain_made_anew_behind_the_back_is_not_what_the_entry_tells_of(old_url):
    """Somebody changes a row and gives every row a link that fits; the heads in the entry stay those of before."""
    with connect(old_url) as store:
        old_names.code_old_names(store)
        behind_the_back(store, "UPDATE journal SET what = 'b.csv' WHERE id = 2")
        with store.engine.begin() as connection:
            head = ""
            for row in connection.execute(sa.select(journal).order_by(journal.c.id)).mappings():
                head = link_of(head, row, JOURNAL_PARTS)
                own = sa.update(journal).where(journal.c.id == row["id"])
                connection.execute(own.values(link=head))
        assert "names_changed" in [one.code for one in store.prove().faults]


def test_what_does_not_hold_already_is_left_as_it_is(old_url):
    with connect(old_url) as store:
        behind_the_back(store, "UPDATE journal SET who = 'Ai' WHERE id = 2")
        before = dumped(store)
        for deed in (old_names.code_old_names, lambda one: erasing.erase(one, LAN)):
            with pytest.raises(AccountError) as refused:
                deed(store)
            assert refused.value.code == "names_chain" and dumped(store) == before


def test_it_is_done_once_and_the_journal_refuses_changes_as_before(old_url):
    with connect(old_url) as store:
        assert len(person_data.held(store, LAN).deeds) == 4, "found before it has a code, too"
        assert old_names.waiting(store) == 5
        done = old_names.code_old_names(store, BINH)
        assert (done.names, done.places) == (5, 16)
        assert old_names.code_old_names(store) is None and old_names.waiting(store) == 0
        assert set(store.journal()["who"].dropna()) == {LAN, BINH}, "read as before"
        for change in (sa.update(journal).values(what="x"), sa.delete(journal)):
            with pytest.raises(sa.exc.DBAPIError), store.engine.begin() as connection:
                connection.execute(change)


def test_a_backup_of_between_is_told_of_for_its_old_rows_still_bear_the_name(
    sqlite_url, monkeypatch, tmp_path
):
    monkeypatch.setenv("DASHBOARD_BACKUPS", str(tmp_path / "backups"))
    made_old(sqlite_url)
    with connect(sqlite_url) as store:
        backup.backup(store, tmp_path / "backups" / "kho-1.sqlite")
        old_names.code_old_names(store)
        backup.backup(store, tmp_path / "backups" / "kho-2.sqlite")
        done = erasing.erase(store, LAN)
    assert [one.name for one in done.cleaned] == ["kho-2.sqlite"]
    assert "kho-1.sqlite" in [one.name for one in done.still]


def test_the_command_asks_and_verify_names_the_entry(old_url, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", old_url)
    assert main(["person", "code", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "5 tên" in said and "16 dòng" in said and "truoc-nang-cap-0010-" in said
    assert main(["person", "code", "--yes"]) == 0
    assert "không phải làm gì" in capsys.readouterr().out
    assert main(["verify"]) == 0
    told = capsys.readouterr().out
    assert "Dòng số 7 (" in told and "đã được thay bằng mã một lần" in told
    assert proof_words.NO_BACKUPS not in told
