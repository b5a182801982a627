"""The server: Streamlit behind the gate. Started by `python3 run.py` (this machine alone) and `python3 run.py serve`."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit import logger as streamlit_logger
from streamlit.runtime import Runtime
from streamlit.web import bootstrap
from uvicorn.config import LOGGING_CONFIG

from dashboard.serving import backups, gate, persons
from dashboard.serving.owned_files import OwnedFiles
from dashboard.wording import role_words as words
from dashboard.wording.problem_sentences import store_sentence
from data_access import account_store
from data_access.store import StoreError

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"


class Server(st.App):
    """Streamlit's application whose files have owners."""

    def _create_runtime(self) -> Runtime:
        runtime = super()._create_runtime()
        runtime._media_file_mgr = OwnedFiles(runtime)
        return runtime


def main(settings: list[str]) -> int:
    """Serve until stopped. `settings`: any of Streamlit's own, as `server.port=8501`. Refuses a network without accounts."""
    given = dict(one.removeprefix("--").split("=", 1) for one in settings)
    headers = {header: key for key, header in gate.HANDED_ON.items()}
    bootstrap.load_config_options({**given, "server.trustedUserHeaders": headers})
    try:
        refusal = refused(config.get_option("server.address"))
    except StoreError as error:
        refusal = store_sentence(error.code, error.fields)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    _log_as_json()
    backups.begin(gate.opened())
    Server(SCRIPT, middleware=[Middleware(gate.Gate)]).run(
        config={**given, "server.trustedUserHeaders": headers}
    )
    return 0


def refused(address: str | None) -> str:
    """Why the server may not start at this address; '' if it may."""
    if persons.is_loopback(address) or account_store.in_use(gate.opened()):
        return ""
    return words.NOT_OPEN.format(address=address or "mọi địa chỉ")


class Line(logging.Formatter):
    """One JSON object a line; requests are such an object already."""

    def format(self, record: logging.LogRecord) -> str:
        said = (
            json.loads(record.getMessage())
            if record.name == gate.LOG.name
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
