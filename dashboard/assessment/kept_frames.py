"""Frames as bytes and back, value by value and type by type: what a process leaves for another. Arrow holds the numbers, JSON the rest; nothing that is read can run.

Unlike `meeting.frozen`, which writes what is to be read in ten years, this form is of one version of the program and may change with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

MISSING = float("nan")
PACKED = pa.ipc.IpcWriteOptions(compression="lz4")
MANY, MUCH = 1_000, 2**19
"""Texts of a column, and bytes of them, between which they are read once for all columns that bear the same: 30 of a year bear the codes of all its units."""
NULLABLE = ("Int64", "boolean")
"""Types of columns that are written as two: the values, and which are missing."""
PLAIN: dict[type, str] = dict(
    zip((str, bool, int, float, dict, list, type(None)), "sbifdln", strict=True)
)
"""Types that stand in a column of mixed values, with the letter that tells them apart."""


def written(frames: Mapping[str, pd.DataFrame]) -> bytes:
    """The frames by their names. Errors: `TypeError` for a column that cannot be read back as it is."""
    sink = pa.BufferOutputStream()
    for name, frame in frames.items():
        table = _table(name, frame)
        with pa.ipc.new_stream(sink, table.schema, options=PACKED) as stream:
            stream.write_table(table)
    return sink.getvalue().to_pybytes()


def read(content: bytes) -> dict[str, pd.DataFrame]:
    """The frames that `written` wrote. Errors: `ValueError` (pyarrow's own among them) for anything else."""
    source, found = pa.BufferReader(content), {}
    while source.tell() < len(content):
        with pa.ipc.open_stream(source) as stream:
            told = json.loads((stream.schema.metadata or {}).get(b"frame", b"null"))
            if told is None:
                raise ValueError("a frame without its columns")
            found[told["name"]] = _frame(told, stream.read_all())
    pa.default_memory_pool().release_unused()
    return found


def _table(name: str, frame: pd.DataFrame) -> pa.Table:
    columns = [frame.iloc[:, place] for place in range(frame.shape[1])]
    told: dict[str, Any] = {
        "name": name,
        "rows": len(frame),
        "labels": [label if isinstance(label, str) else int(label) for label in frame.columns],
        "of": [frame.columns.name, str(frame.columns.dtype)],
        "index": None,
    }
    if not isinstance(frame.index, pd.RangeIndex):
        told["index"] = frame.index.name
        columns.append(frame.index.to_series())
    told["named"] = len(columns) > frame.shape[1]
    told["types"] = [str(one.dtype) for one in columns]
    parts = [part for one in columns for part in _written_column(one)]
    table = pa.Table.from_arrays(parts, names=[str(place) for place in range(len(parts))])
    return table.replace_schema_metadata({"frame": json.dumps(told, ensure_ascii=False)})


def _written_column(values: pd.Series) -> Iterable[pa.Array]:
    kind = str(values.dtype)
    if kind in NULLABLE:
        missing = values.isna().to_numpy()
        return pa.array(values.to_numpy("int64", na_value=0)), pa.array(missing)
    if values.dtype.kind == "M" and isinstance(values.dtype, np.dtype):
        return (pa.array(values.to_numpy().view("int64")),)
    if kind in ("float64", "int64", "bool"):
        return (pa.array(values.to_numpy()),)
    if kind == "str":
        places, texts = pd.factorize(values)
        return (_coded(places, list(texts)),)
    if kind == "object":
        said: dict[str, int] = {}
        alike = _told_once()
        places = np.array([said.setdefault(alike(one), len(said)) for one in values], dtype="int32")
        return (_coded(places, list(said)),)
    raise TypeError(f"{values.name}: {kind}")


def _coded(places: np.ndarray, texts: list[str]) -> pa.Array:
    coded = pa.array(places.astype("int32"), mask=places < 0)
    return pa.DictionaryArray.from_arrays(coded, pa.array(texts, type=pa.string()))


def _told_once() -> Callable[[Any], str]:
    """`_told`, which writes the same text, flag or nothing once, however often it stands in a column."""
    known: dict[Any, str] = {}

    def told(value: Any) -> str:
        if type(value) not in (str, bool, type(None)):
            return _told(value)
        key = type(value), value
        if key not in known:
            known[key] = _told(value)
        return known[key]

    return told


def _told(value: Any) -> str:
    """A value of a column of mixed ones as its letter and JSON; numpy's numbers as Python's."""
    plain = value.item() if isinstance(value, np.generic) else value
    if type(plain) not in PLAIN:
        raise TypeError(f"{type(value).__name__} in a column of mixed values")
    return PLAIN[type(plain)] + json.dumps(plain, ensure_ascii=False, default=_number)


def _number(value: Any) -> Any:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"{type(value).__name__} in a column of mixed values")


def _frame(told: Mapping[str, Any], table: pa.Table) -> pd.DataFrame:
    parts = iter(table.columns)
    columns = [read_column(kind, parts) for kind in told["types"]]
    rows = pd.RangeIndex(told["rows"])
    if told["named"]:
        rows = pd.Index(columns.pop(), name=told["index"], dtype=told["types"][-1])
    frame = pd.DataFrame(dict(enumerate(columns)), index=pd.RangeIndex(len(rows)), copy=False)
    of, kind = told["of"]
    labels = pd.Index(told["labels"], name=of, dtype=kind)
    return frame.set_axis(rows, axis=0).set_axis(labels, axis=1)


def read_column(kind: str, parts: Any) -> Any:
    """A column of this type from the arrays that `written` made of it, in turn."""
    part = next(parts).combine_chunks()
    if kind in NULLABLE:
        missing = next(parts).to_numpy()
        held = part.to_numpy().astype("int64" if kind == "Int64" else "bool")
        made = pd.arrays.IntegerArray if kind == "Int64" else pd.arrays.BooleanArray
        return made(held, missing)
    if kind.startswith("datetime64"):
        return part.to_numpy().view(kind)
    if kind == "str":
        return pd.array(_decoded(part, str, MISSING), dtype="str")
    if kind == "object":
        return pd.Series(_decoded(part, _value_of, None), dtype=object)
    return part.to_numpy(zero_copy_only=False)


def _decoded(part: Any, read_one: Callable[[str], Any], missing: Any) -> np.ndarray:
    """The values behind the places; equal ones are one object, but dicts, which somebody might change."""
    if len(part) < len(part.dictionary):  # of few rows only their own texts are looked at
        part = part.dictionary_decode().dictionary_encode()
    texts = [*_texts(part.dictionary, read_one), missing]
    values = np.empty(len(texts), dtype=object)
    values[:] = texts
    return values[part.indices.fill_null(len(texts) - 1).to_numpy()]


def _value_of(told: str) -> Any:
    return json.loads(told[1:])


def _texts(coded: Any, read_one: Callable[[str], Any]) -> list[Any]:
    """What stands in the dictionary of a column, in its order; many texts that were read before are the same objects."""
    known, offsets, content = coded.buffers()
    is_whole = known is None and not coded.offset
    if (
        not is_whole
        or len(coded) < MANY
        or content.size > MUCH
        or not (read_one is str or pc.all(pc.starts_with(coded, PLAIN[str])).as_py())
    ):
        return [*map(read_one, coded.to_pylist())]
    return _texts_of(read_one, len(coded), offsets.to_pybytes(), content.to_pybytes())


@lru_cache(maxsize=32)
def _texts_of(
    read_one: Callable[[str], Any], length: int, offsets: bytes, content: bytes
) -> list[Any]:
    buffers = map(pa.py_buffer, (offsets, content))
    coded = pa.StringArray.from_buffers(length, *buffers)
    return [*map(read_one, coded.to_pylist())]
