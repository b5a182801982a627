"""The server: Streamlit behind the gate. Started by `python3 run.py` (this machine alone) and `python3 run.py serve`."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit import logger as streamlit_logger
from streamlit.runtime import Runtime
from streamlit.web import bootstrap
from uvicorn.config import HTTP_PROTOCOLS, LOGGING_CONFIG, WS_PROTOCOLS

from dashboard.serving import (
    backups,
    cookie_secret,
    gate,
    persons,
    request_log,
    start_words,
    starting,
    who_asks,
)
from dashboard.serving.guarded import Guarded
from dashboard.wording import role_words as words
from dashboard.wording.problem_sentences import store_sentence
from data_access import account_store
from data_access.store import StoreError, backups_folder

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"


class Server(st.App):
    """Streamlit's application whose tabs, uploads and files have owners."""

    def _create_runtime(self) -> Runtime:
        return Guarded(
            str(self._resolve_script_path()),
            self._on_script_error,
            float(config.get_option("server.disconnectedSessionTTL")),
        )


def main(arguments: list[str]) -> int:
    """Serve until stopped. `arguments`: `serve` for an office (log as JSON, daily backups), then any of Streamlit's settings, as `server.port=8501`."""
    office = arguments[:1] == ["serve"]
    headers = {header: key for key, header in gate.HANDED_ON.items()}
    try:
        given = starting.settings_of(arguments[office:], os.environ)
        bootstrap.load_config_options({**given, "server.trustedUserHeaders": headers})
        refusal = cookie_secret.refusal(os.environ.get("DATABASE_URL")) or why_not(office)
    except starting.WrongSetting as error:
        refusal = str(error)
    except StoreError as error:
        refusal = store_sentence(error.code, error.fields)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    if office:
        _log_as_json()
        os.environ.setdefault(
            "DASHBOARD_BACKUPS", str(backups_folder(who_asks.opened().engine.url))
        )
    else:
        starting.speak_to_people()
    _quieten_libraries()
    backups.begin(who_asks.opened())
    HTTP_PROTOCOLS["auto"] = "dashboard.serving.patience:PatientProtocol"
    WS_PROTOCOLS["websockets-sansio"] = "dashboard.serving.packed_messages:PackedWebSocket"
    secrets = cookie_secret.settled(os.environ.get("DATABASE_URL"))
    Server(SCRIPT, middleware=[Middleware(gate.Gate)], lifespan=_told, secrets=secrets).run(
        config={**given, "server.trustedUserHeaders": headers}
    )
    return 0


def why_not(office: bool) -> str:
    """Why the server may not start as it is set; '' if it may. Errors: `StoreError`."""
    host, port = config.get_option("server.address"), int(config.get_option("server.port"))
    base = config.get_option("server.baseUrlPath").strip("/")
    if base:
        return start_words.BASE_PATH.format(base=base)
    if refusal := refused(host):
        return refusal
    if port and starting.is_taken(host, port):
        return start_words.TAKEN.format(
            port=port,
            other=port + 1,
            address=starting.address_of(host, port),
            program=os.environ.get("DASHBOARD_PROGRAM", "python -m dashboard.serving"),
            serve="serve " if office else "",
        )
    return ""


@asynccontextmanager
async def _told(_app: st.App) -> AsyncIterator[None]:
    """Says where the dashboard is, once it can be opened."""
    host, port = config.get_option("server.address"), config.get_option("server.port")
    starting.welcome(starting.address_of(host, port), who_asks.opened())
    yield


def refused(address: str | None) -> str:
    """Why the server may not start at this address; '' if it may."""
    if persons.is_loopback(address) or account_store.in_use(who_asks.opened()):
        return ""
    return words.NOT_OPEN.format(address=address or "mọi địa chỉ")


class Line(logging.Formatter):
    """One JSON object a line; requests are such an object already."""

    def format(self, record: logging.LogRecord) -> str:
        said = (
            json.loads(record.getMessage())
            if record.name == request_log.LOG.name
            else {"message": record.getMessage()}
        )
        failure = (
            {"error": record.exc_info[0].__name__, "trace": self.formatException(record.exc_info)}
            if record.exc_info and record.exc_info[0]
            else {}
        )
        return json.dumps(
            {
                "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
                "level": record.levelname,
                "logger": record.name,
                **said,
                **failure,
            },
            ensure_ascii=False,
        )


def _log_as_json() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(Line())
    handler.addFilter(_is_told)
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)


def _quieten_libraries() -> None:
    """Streamlit and uvicorn speak through our handler or not at all."""
    streamlit_logger.setup_formatter = _without_own_handler
    streamlit_logger.update_formatter()
    LOGGING_CONFIG["loggers"].clear()  # uvicorn's own


def _is_told(record: logging.LogRecord) -> bool:
    """Everything but the chatter of libraries: uvicorn would tell the address of every connection."""
    return record.levelno >= logging.WARNING or not record.name.startswith(("uvicorn", "httpx"))


def _without_own_handler(log: logging.Logger) -> None:
    """Streamlit gives each of its loggers, also later ones, a handler of plain text; here they speak through ours."""
    log.handlers.clear()
    log.propagate = True
