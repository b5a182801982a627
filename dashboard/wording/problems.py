"""What is wrong with a file, in Vietnamese: one sentence a problem, with what to do."""
from __future__ import annotations
