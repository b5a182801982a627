"""`scipy.special`, without what it loads in vain: it takes over every name of numpy, of which two load 50 modules and 5 MB (numpy's tests and its bridge to Fortran)."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np

_IN_VAIN = [name for name in ("f2py", "testing") if name not in vars(np)]
for name in _IN_VAIN:
    setattr(np, name, None)
special: Any = import_module("scipy.special")
for name in _IN_VAIN:
    delattr(np, name)  # who asks numpy for one of them has it loaded as ever
