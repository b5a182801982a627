"""What is asked for of a kept frame (`kept_frames.written`), without the rest of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.assessment import kept_frames


def length(content: bytes) -> int:
    """How many rows the first frame has that `written` wrote."""
    with pa.ipc.open_stream(content) as stream:
        return int(json.loads(stream.schema.metadata[b"frame"])["rows"])


def part_of(
    content: bytes, columns: Sequence[str], where: Mapping[str, Collection[str]]
) -> pd.DataFrame:
    """Of the only frame, with plain rows and names, that `written` wrote: these columns, of the rows whose text in each column of `where` is one of its own; nothing else is unpacked.

    Example: columns unit, value where criterion is A or B.
    """
    kinds = _kinds(content)
    places, table = _read(content, kinds, {*columns, *where})
    table = _where(table, {str(places[label][0]): texts for label, texts in where.items()})
    found = {}
    for label in columns:
        parts = iter([table[str(place)] for place in places[label]])
        found[label] = kept_frames.read_column(kinds[label], parts)
    return pd.DataFrame(found, index=pd.RangeIndex(len(table)), copy=False)


def told(content: bytes, columns: Sequence[str]) -> bytes:
    """These columns of the only frame that `written` wrote, in bytes that are the same where every value and type is; no value is unpacked."""
    kinds = _kinds(content)
    _, table = _read(content, kinds, columns)
    types = json.dumps({label: kinds[label] for label in columns})
    table = table.replace_schema_metadata({"types": types})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def _kinds(content: bytes) -> dict[str, str]:
    """The columns of the first frame, with their types."""
    with pa.ipc.open_stream(content) as stream:
        frame = json.loads(stream.schema.metadata[b"frame"])
    return dict(zip(frame["labels"], frame["types"], strict=True))


def _read(
    content: bytes, kinds: Mapping[str, str], columns: Collection[str]
) -> tuple[dict[str, range], pa.Table]:
    """These columns as they were written, and where each column was."""
    places = _places(kinds)
    asked = sorted({place for label in columns for place in places[label]})
    options = pa.ipc.IpcReadOptions(included_fields=asked)
    with pa.ipc.open_stream(content, options=options) as stream:
        return places, stream.read_all()


def _places(kinds: Mapping[str, str]) -> dict[str, range]:
    """Where each column was written: at one place, or two."""
    found, free = {}, 0
    for label, kind in kinds.items():
        found[label] = range(free, free + 1 + (kind in kept_frames.NULLABLE))
        free = found[label].stop
    return found


def _where(table: pa.Table, where: Mapping[str, Collection[str]]) -> pa.Table:
    for name, texts in where.items():
        coded = table[name].combine_chunks()
        asked = pc.is_in(coded.dictionary, pa.array(list(texts), type=pa.string()))
        codes = np.flatnonzero(asked.to_numpy(zero_copy_only=False))
        mine = np.isin(coded.indices.fill_null(-1).to_numpy(), codes)
        table = table.filter(pa.array(mine))
    return table
