"""An answer of a view as bytes and back: what one process makes ahead, others show. Nothing that is read can run: it names frames, texts, numbers, days and the program's own records (dataclasses, named tuples, parts of a plan) that are loaded already, else it is refused."""

from __future__ import annotations

import io
import pickle
import sys
from dataclasses import is_dataclass
from typing import Any

OWN = "dashboard."
LIBRARIES = frozenset(
    {
        *(("builtins", "slice"), ("datetime", "date")),
        *(("numpy", "dtype"), ("numpy", "ndarray")),
        *(("numpy._core.multiarray", "_reconstruct"), ("numpy._core.numeric", "_frombuffer")),
        ("numpy._core.multiarray", "scalar"),
        *(("pandas", one) for one in ("DataFrame", "Index", "RangeIndex", "StringDtype")),
        *(("pandas", one) for one in ("Int64Dtype", "BooleanDtype", "Timestamp")),
        *(("pandas.arrays", one) for one in ("DatetimeArray", "IntegerArray", "StringArray")),
        ("pandas.arrays", "BooleanArray"),
        ("pandas._libs.arrays", "__pyx_unpickle_NDArrayBacked"),
        ("pandas._libs.internals", "_unpickle_block"),
        ("pandas._libs.tslibs.nattype", "_nat_unpickle"),
        ("pandas._libs.tslibs.timestamps", "_unpickle_timestamp"),
        ("pandas.core.indexes.base", "_new_Index"),
        ("pandas.core.internals.managers", "BlockManager"),
    }
)
"""Where frames, arrays and days come from: makers of data and nothing else."""


def written(answer: object) -> bytes:
    """The answer as bytes, of which is tried that they can be read. Errors: `ValueError`, `TypeError` for one that cannot."""
    try:
        content = pickle.dumps((answer,), protocol=5)
    except (pickle.PicklingError, AttributeError) as error:
        raise ValueError(f"an answer cannot be kept: {error}") from error
    read(content)
    return content


def read(content: bytes) -> Any:
    """The answer that `written` wrote. Errors: `ValueError` for bytes that name anything else."""
    try:
        (answer,) = _Reader(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, KeyError) as error:
        raise ValueError(f"no answer of a view: {error}") from error
    return answer


def _is_record(kind: type) -> bool:
    """Whether it is a dataclass, a named tuple or a part of a plan (pydantic)."""
    return is_dataclass(kind) or any(hasattr(kind, one) for one in ("_fields", "model_fields"))


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in LIBRARIES:
            return super().find_class(module, name)
        if module.startswith(OWN) and module in sys.modules:
            found = getattr(sys.modules[module], name, None)
            if isinstance(found, type) and _is_record(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is none of what answers are made of")
