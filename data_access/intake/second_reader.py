"""The process that reads many files while who asked compares or stores those that are read: python -m data_access.intake.second_reader, asked by `reading_ahead`.

Protocol, on binary pipes, pickled: one question (files, facts, confirmed, how often to look for garbage); then, as they come, ("step", name of a file) and
("read", (place, reading)) as `readings_of` gives them, at the end ("done", None). It writes to nothing and opens no store.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from typing import IO, Any

from data_access.intake.child import reader_gone
from data_access.intake.sheet_reading import readings_of


def main(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer the one question."""
    files, facts, confirmed, garbage = pickle.load(source)
    gc.set_threshold(*garbage)

    def tell(kind: str, said: Any) -> None:
        pickle.dump((kind, said), sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()

    for one in readings_of(files, facts, lambda name: tell("step", name), confirmed):
        tell("read", one)
    tell("done", None)


if __name__ == "__main__":
    try:
        main(sys.stdin.buffer, sys.stdout.buffer)
    except EOFError:
        sys.exit(0)  # it was held ready and not asked
    except OSError as error:
        if not reader_gone(error):
            raise
        os._exit(
            0
        )  # who asked is gone: nothing is left to say, nor the rest of what was being said
