"""Every problem that intake can report: code → names of its fields. Words for them: `dashboard/wording`.

Beside its fields a problem carries file, sheet and cell. `text` is always what stands in the file; `rows` is the number of cells with
the same problem (the first one is named); `reason` is one of `archive`, `content`, `crash` (broken) or `entities`, `inflates`, `parts`
(unsafe); `place` is `title`, `sheet` or `file`; `column` is our name of a column; dates are datetime.date; `candidates` is a list of {unit or criterion, name} for a person to choose from.
"""
from __future__ import annotations

CODES: dict[str, tuple[str, ...]] = {
    # the file as a whole
    "file_empty": (),
    "file_too_large": ("size", "limit"),
    "format_unsupported": ("kind",),
    "not_a_workbook": ("kind",),
    "workbook_encrypted": (),
    "workbook_broken": ("reason",),
    "workbook_unsafe": ("reason",),
    "workbook_too_slow": ("seconds",),
    "sheet_too_large": ("rows", "columns"),
    "macros_ignored": (),
    "external_links": (),
    "encoding_unknown": (),
    "encoding_legacy": ("encoding", "text"),
    "encoding_converted": ("encoding",),
    "extension_differs": ("extension", "kind"),
    "nothing_recognised": ("sheets",),
    # sheets, rows and columns
    "sheet_unrecognised": ("headers",),
    "sheet_hidden": (),
    "column_unknown": ("header", "candidates"),
    "column_repeated": ("header", "first"),
    "row_too_long": ("rows",),
    "duplicate_row": ("first",),
    "duplicate_key": ("key", "first"),
    "required_missing": ("column",),
    # years, units, criteria
    "year_missing": ("rows",),
    "year_unreadable": ("text", "rows"),
    "year_outside_plan": ("year", "first_year", "last_year", "rows"),
    "year_conflict": ("year", "other", "place"),
    "unit_missing": ("rows",),
    "unit_unknown": ("text", "rows", "candidates"),
    "unit_ambiguous": ("text", "rows", "candidates"),
    "unit_mismatch": ("text", "name", "unit"),
    "unit_not_alive": ("unit", "year", "valid_from", "valid_to", "rows"),
    "criterion_missing": ("rows",),
    "criterion_unknown": ("text", "rows", "candidates"),
    "criterion_ambiguous": ("text", "rows", "candidates"),
    "criterion_not_valid": ("criterion", "year", "valid_from", "valid_to", "rows"),
    "criterion_not_for_kind": ("criterion", "kind", "rows"),
    "kind_unknown": ("text", "known"),
    "word_unknown": ("column", "text", "known"),
    # figures
    "number_unreadable": ("text", "column"),
    "number_undecidable": ("text", "decimal", "thousands", "column"),
    "number_is_delta": ("text", "column"),
    "number_is_date": ("text", "column"),
    "cell_error": ("shown",),
    "formula_without_value": (),
    "value_negative": ("criterion", "value"),
    "value_above_max": ("criterion", "value", "max"),
    "value_above_total": ("criterion", "value", "out_of"),
    "value_above_staff": ("criterion", "value", "staff"),
    "total_above_staff": ("criterion", "out_of", "staff"),
    "very_above_value": ("criterion", "very", "value"),
    "very_and_value_above_total": ("criterion", "very", "value", "out_of"),
    "count_not_whole": ("column", "value"),
    "max_differs": ("criterion", "max", "plan_max"),
    "share_needs_counts": ("criterion", "text", "out_of"),
    "out_of_missing": ("criterion", "value", "staff"),
    "coding_undeclared": ("criterion", "very"),
    "yes_no_unclear": ("criterion", "text"),
    "percent_scale_unclear": ("criterion", "text", "header"),
    "percent_unexpected": ("criterion", "text"),
    "not_applicable_with_value": ("criterion", "value"),
    # dates
    "date_unreadable": ("text", "column"),
    "date_impossible": ("text", "column"),
    "date_dropped": ("text", "column"),
    "dates_reversed": ("first", "last"),
    "filed_before_year": ("date", "year"),
    "dated_outside_period": ("date", "first_year", "last_year"),
}

WARNINGS = frozenset(
    {
        "macros_ignored",
        "external_links",
        "encoding_converted",
        "extension_differs",
        "sheet_unrecognised",
        "sheet_hidden",
        "duplicate_row",
        "year_conflict",
        "criterion_not_for_kind",
        "cell_error",
        "formula_without_value",
        "total_above_staff",
        "max_differs",
        "date_dropped",
        "dated_outside_period",
        "not_applicable_with_value",
    }
)
