"""Random workbooks of which the truth is known: layout × period × stage × unit of measure × total × noise. `made(number)` is always the same file."""

from workbooks_made.files import Made, made
from workbooks_made.province import FACTS

__all__ = ["FACTS", "Made", "made"]
