"""Sheets -> an .xlsx file. Pure. Text is stored as text, whatever it begins with; numbers are numbers.

Up to LIVE_ROWS a sheet is a real Excel table with live formulas; above, values and a filter in constant memory.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter

from board.cells import Cell, Sheet, Value, lines, width

LIVE_ROWS = 20_000
TOP = 2  # the hidden row of column ids, and the heads
MOST_ROWS = 1_048_576 - TOP
LONGEST_TEXT = 32_767
A4 = 9
LINE_HEIGHT = 13.5
PAGE_WIDTH = 190  # characters that can still be read side by side on an A4 sheet across
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_HEAD: dict[str, Any] = {
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": "#0B4F8A",
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
}
_FONTS = {"zh": "Microsoft YaHei", "en": "Calibri"}


class Book:
    """A workbook being written: its sheets in order, its formats, and how many characters were left out of it."""

    def __init__(self, path: Path, names: Sequence[str], lang: str, footer: str, *, is_live: bool) -> None:
        self.is_live = is_live
        self.left_out = 0
        options = {
            "constant_memory": not is_live, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False, "tmpdir": str(path.parent),
            "default_format_properties": {"font_name": _FONTS[lang], "font_size": 10},
        }  # fmt: skip
        self._book = xlsxwriter.Workbook(str(path), options)
        self._formats: dict[str, Any] = {}
        self.sheets = {name: self._book.add_worksheet(name) for name in names}
        for sheet in self.sheets.values():
            sheet.set_paper(A4)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.set_footer(f"&L{footer}&R&P / &N")

    def close(self) -> None:
        """Writes what is still to be written."""
        self._book.close()

    def dated(self, day: date) -> None:
        """Says when the file was made, in days: the same rows of the same day are the same bytes."""
        self._book.set_properties({"created": datetime.combine(day, time())})

    def style(self, number_format: str = "", **properties: object) -> Any:
        """A cell format, made once."""
        key = number_format + repr(properties)
        if key not in self._formats:
            given = {**properties, **({"num_format": number_format} if number_format else {})}
            self._formats[key] = self._book.add_format(given)
        return self._formats[key]

    def clean(self, text: str) -> str:
        """A text without control characters, as long as a cell may be; what is left out is counted."""
        if len(text) > LONGEST_TEXT or _CONTROL.search(text):
            kept = _CONTROL.sub("", text)[:LONGEST_TEXT]
            self.left_out += len(text) - len(kept)
            return kept
        return text

    def name(self, name: str, place: str) -> None:
        """Gives a cell a name that formulas use."""
        self._book.define_name(name, place)

    def chart(self, kind: dict[str, str]) -> Any:
        """A native chart, to be put on a sheet."""
        return self._book.add_chart(kind)

    def table(self, sheet: Sheet) -> None:
        """Writes a sheet: hidden ids, heads that stay in sight and on every printed page, rows, filter, widths."""
        page = self.sheets[sheet.name]
        rows = iter(sheet.rows)
        first = list(islice(rows, 500))
        widths = self._heads(page, sheet, first)[: sheet.frozen]
        if self.is_live:
            self._table(page, sheet)
        styles = [self.style(column.number_format) if column.number_format else None for column in sheet.columns]
        styles[: sheet.frozen] = [self.style(text_wrap=True)] * sheet.frozen  # the names of the rows are never cut
        formulas = [f"={column.formula}" if column.formula and self.is_live else "" for column in sheet.columns]
        line = TOP
        for line, row in enumerate(chain(first, rows), start=TOP):
            if (tall := max(map(lines, row, widths), default=1)) > 1:  # LibreOffice fits no row by itself
                page.set_row(line, LINE_HEIGHT * tall)
            self._row(page, line, row, styles, formulas)
        if line >= TOP + MOST_ROWS:
            raise OverflowError(f"{sheet.name}: more than {MOST_ROWS} rows")
        self._finish(page, sheet, line)

    def _heads(self, page: Any, sheet: Sheet, first: Sequence[Sequence[Value]]) -> list[float]:
        """The two rows of heads, and the widths of the columns, which it gives."""
        page.set_row(0, None, None, {"hidden": True})
        widths = [width(column.head, [row[place] for row in first]) for place, column in enumerate(sheet.columns)]
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, column.column_id)
            page.set_column(place, place, widths[place], None, {"level": 1, "hidden": True} if column.is_folded else {})
        printed = sum(wide for wide, column in zip(widths, sheet.columns, strict=True) if not column.is_folded)
        page.fit_to_pages(max(1, round(printed / PAGE_WIDTH)), 0)
        if sheet.frozen:
            page.repeat_columns(0, sheet.frozen - 1)
        page.set_row(1, 32)
        for place, column in enumerate(sheet.columns):
            page.write_string(1, place, column.head, self.style(**_HEAD))
        return widths

    def _table(self, page: Any, sheet: Sheet) -> None:
        """A real Excel table, whose formulas fill themselves into rows that are added."""
        columns = [
            {"header": column.head, "header_format": self.style(**_HEAD)}
            | ({"formula": f"={column.formula}"} if column.formula else {})
            for column in sheet.columns
        ]
        last = TOP + max(sheet.count, 1) - 1
        options = {"name": sheet.table, "columns": columns, "style": "Table Style Light 1"}
        page.add_table(1, 0, last, len(columns) - 1, options)

    def _finish(self, page: Any, sheet: Sheet, last: int) -> None:
        """Fills by words, the filter, what stays in sight, what is printed."""
        if not self.is_live:
            page.autofilter(1, 0, last, len(sheet.columns) - 1)
        for place, column in enumerate(sheet.columns):
            for word, fill in column.fills.items():
                looks = self._book.add_format({"bg_color": fill, "bold": True})
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks}
                page.conditional_format(TOP, place, last, place, rule)
        page.freeze_panes(TOP, sheet.frozen)
        page.repeat_rows(0, 1)
        page.print_area(0, 0, last, sum(not column.is_folded for column in sheet.columns) - 1)

    def _row(self, page: Any, line: int, row: Sequence[Value], styles: Sequence[Any], formulas: Sequence[str]) -> None:
        for place, value in enumerate(row):
            if type(value) is str and not formulas[place]:  # most cells of a large file, so first and without detours
                if value:
                    fits = len(value) <= LONGEST_TEXT and not _CONTROL.search(value)
                    page.write_string(line, place, value if fits else self.clean(value), styles[place])
                continue
            style = self.style(value.number_format) if type(value) is Cell else styles[place]
            plain = value.value if type(value) is Cell else value
            if formulas[place]:
                page.write_formula(line, place, formulas[place], style, "" if plain is None else plain)
            elif type(plain) is bool:
                page.write_boolean(line, place, plain, style)
            elif plain is not None and plain == plain:  # NaN is not itself
                page.write_number(line, place, plain, style)
