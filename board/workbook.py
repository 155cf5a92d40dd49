"""Tables -> .xlsx bytes. Pure. Text is stored as text, whatever it begins with; numbers are numbers."""

import io
import re
import unicodedata

import pandas as pd
import xlsxwriter

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write(table: pd.DataFrame, sheet_name: str, read_me: list[tuple[str, str]], read_me_name: str) -> bytes:
    """A workbook of two sheets: the table (frozen header, filter, fitting widths, A4 landscape), and what it is."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        head = book.add_format({"bold": True, "bg_color": "#E3EEFA", "bottom": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "valign": "top"})
        sheet = book.add_worksheet(sheet_name)
        for place, column in enumerate(table.columns):
            sheet.write_string(0, place, str(column), head)
            sheet.set_column(place, place, _width(column, table[column]))
            for line, value in enumerate(table[column], start=1):
                if isinstance(value, str):
                    sheet.write_string(line, place, _CONTROL.sub("", value), cell)
                elif not pd.isna(value):
                    sheet.write_number(line, place, value, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        about = book.add_worksheet(read_me_name)
        about.set_column(0, 0, 18)
        about.set_column(1, 1, 90)
        for line, (label, text) in enumerate(read_me):
            about.write_string(line, 0, label, bold)
            about.write_string(line, 1, _CONTROL.sub("", text), cell)
    return buffer.getvalue()


def _width(column: str, values: pd.Series) -> float:
    """Wide enough for most cells, at most 46 characters; Chinese characters count double."""
    widths = sorted(_columns(str(value)) for value in values if not (isinstance(value, float) and pd.isna(value)))
    most = widths[int(len(widths) * 0.95)] if widths else 0
    return min(max(most, _columns(str(column))) + 2.5, 46)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
