"""Words of the annex workbook."""

from __future__ import annotations

CONTENTS, SHEET = "Mục lục", "Bảng"
