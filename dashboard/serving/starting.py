"""What a start looks after before anything is served: Streamlit's settings from words and environment, a free port, what people read."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterable, Mapping

from streamlit import config

from dashboard.serving import start_words as words
from dashboard.wording.outcomes import upgraded_words
from data_access.store import Store

LOG = logging.getLogger("dashboard.start")


class WrongSetting(Exception):
    """A setting that cannot be used; the text says which and why."""


def settings_of(given: Iterable[str], environment: Mapping[str, str]) -> dict[str, object]:
    """Streamlit's settings by name: from STREAMLIT_… variables, then from words as `server.port=8501`, which go before.

    Errors: `WrongSetting`.
    """
    known = (
        config._config_options_template
    )  # reading the values here would count as a change of them
    found: dict[str, str] = {
        name: environment[option.env_var]
        for name, option in known.items()
        if option.env_var in environment and not option.sensitive
    }
    for one in given:
        name, equals, value = one.removeprefix("--").partition("=")
        if not equals or name not in known:
            raise WrongSetting(words.UNKNOWN.format(setting=one))
        if known[name].sensitive:
            raise WrongSetting(words.SECRET.format(setting=name, variable=known[name].env_var))
        found[name] = value
    return {name: _value(name, text, known[name].type) for name, text in found.items()}


def _value(name: str, text: str, kind: type) -> object:
    """The text of a setting as its kind: yes or no, a number, words."""
    if kind is bool and text.lower() in ("true", "false", "1", "0"):
        return text.lower() in ("true", "1")
    try:
        return text if kind not in (int, float) else kind(text)
    except ValueError as error:
        raise WrongSetting(words.NO_NUMBER.format(setting=name, value=text)) from error


def address_of(host: str | None, port: int) -> str:
    """Where a browser on this machine finds the dashboard."""
    everywhere = host in (None, "", "0.0.0.0", "::")
    name = "127.0.0.1" if everywhere else f"[{host}]" if ":" in str(host) else host
    return f"http://{name}:{port}"


def is_taken(host: str | None, port: int) -> bool:
    """Whether another program listens at this address already."""
    family = socket.AF_INET6 if host and ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        if os.name != "nt":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host or "", port))
        except OSError:
            return True
    return False


def has_screen() -> bool:
    """Whether somebody sits here who would see a browser open."""
    if not sys.stderr.isatty():
        return False
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def welcome(address: str, store: Store) -> None:
    """Where the dashboard is and which store it shows: a line of the log in an office, else for whoever sits here, with the browser where there is a screen."""
    if LOG.isEnabledFor(logging.INFO):
        LOG.info("open on port %s, store %s", address.rsplit(":", 1)[-1], store.name)
        return
    if store.upgraded:
        print(upgraded_words(**store.upgraded._asdict()), file=sys.stderr)
    print(words.OPEN.format(address=address, store=store.name), file=sys.stderr, flush=True)
    if has_screen():
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


CHATTER = ("streamlit.runtime.scriptrunner_utils.script_run_context", "streamlit.config")
"""They warn of threads that work ahead, and of settings that the start itself gives."""


def speak_to_people() -> None:
    """Log lines of a start by hand: warnings and errors as plain lines; what libraries tell each other stays away."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(words.LOG_LINE, "%H:%M:%S"))
    handler.setLevel(logging.WARNING)
    handler.addFilter(lambda record: record.name not in CHATTER)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
