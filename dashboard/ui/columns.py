"""The columns of a table on screen are those of every table (`dashboard.columns`)."""
from dashboard.columns import LOOKS, ORDERS, Column, columns_of, filled, plain_written, written

__all__ = ["LOOKS", "ORDERS", "Column", "columns_of", "filled", "plain_written", "written"]
