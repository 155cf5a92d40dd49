"""The first sheet of a workbook: what it is, its filters in words, its edition, the way back, how to read it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from board.cells import columns
from board.codec import edition_query, to_link, to_query
from board.formulas import AS_OF
from board.resources import Resource
from board.sheets import FILLS
from board.view import ViewState
from board.words import labelled, listed, t
from board.workbook import LIVE_ROWS, Book

Names = Mapping[tuple[str, str], str]
LINE = 72  # characters a line of a text, which breaks at words, and of an address, which breaks at its marks
PROMISES = ("progress", "city")  # workbooks whose table has formulas and statuses


@dataclass(frozen=True)
class About:
    """What a file is made of: the question, the view, the edition, the day, the site's address, ids' names."""

    resource: Resource
    view: ViewState
    lang: str
    release_id: str
    as_of: date
    site: str
    names: Names

    @property
    def title(self) -> str:
        """The screen that the file was taken from."""
        return t(f"screen.{self.resource.screen}", self.lang)

    def file_name(self, suffix: str) -> str:
        """A name that says what, whose and which edition: 对标_差距_连云港-徐州_20261121-3f9a1c20.xlsx."""
        cities = "-".join(self.names.get(("city", city), city) for city in self.view.city)
        return (
            "_".join(part for part in (t("app.name", self.lang), self.title, cities, self.release_id) if part) + suffix
        )

    def filters(self) -> list[str]:
        """Every filter that is on, in words."""
        fields = [field for field in (*self.resource.fields,) if getattr(self.view, field)]
        return [
            labelled(t(f"filter.{field}", self.lang), self._worded(field), self.lang) for field in dict.fromkeys(fields)
        ]

    def _worded(self, field: str) -> str:
        value = getattr(self.view, field)
        if field == "q":
            return str(value)
        if field == "sort":
            way = t("filter.falling" if value.startswith("-") else "filter.rising", self.lang)
            return f"{t('column.' + value.removeprefix('-'), self.lang)} {way}"
        lists = {"theme", "binding", "status", "role", "carried"}
        names = [
            t(f"{field}.{one}", self.lang) if field in lists else self.names.get((field, str(one)), str(one))
            for one in value
        ]
        return listed(names, self.lang)

    def edition_link(self) -> str:
        """The address of the screen, held to this edition."""
        digits = self.release_id.rpartition("-")[2]
        return f"{self.site}/{self.resource.screen}{to_link(edition_query(self.view, digits, self.lang))}"

    def live_link(self) -> str:
        """The address of the same rows as CSV, of whichever edition is the newest when it is asked."""
        name = self.resource.rows or self.resource.name
        given = {field: value for field, value in to_query(self.view).items() if field in self.resource.fields}
        return f"{self.site}/api/v1/{name}.csv" + (to_link(given) if given else "")


def write(book: Book, about: About, count: int, sheets: Sequence[tuple[str, str]]) -> None:
    """Fills the sheet; last of all, since it tells how many characters were left out of the others."""
    lang = about.lang
    book.dated(about.as_of)
    page = book.sheets[t("workbook.read_me", lang)]
    page.set_portrait()
    page.set_column(0, 0, 20)
    page.set_column(1, 1, 92)
    page.hide_gridlines(2)
    page.write_string(
        0, 0, f"{t('app.name', lang)} · {about.title}", book.style(bold=True, font_size=16, font_color="#0B4F8A")
    )
    page.set_row(0, 28)
    formulas = "" if book.is_live else t("workbook.not_live", lang, most=f"{LIVE_ROWS:,}")
    if book.is_live and about.resource.name in PROMISES:
        formulas = t("workbook.live", lang)
    texts = [
        ("what", t(f"workbook.about_{about.resource.name}", lang)),
        ("edition", about.release_id),
        ("filters", "\n".join(about.filters()) or t("workbook.no_filter", lang)),
        ("rows", t("workbook.row_count", lang, count=f"{count:,}")),
        ("link", about.edition_link()),
        ("refresh", t("workbook.refresh_text", lang) + "\n" + about.live_link()),
        ("sheets", "\n".join(labelled(name, text, lang) for name, text in sheets)),
        ("reading", t(f"workbook.reading_{about.resource.name}", lang)),
        *([("formulas", formulas)] if formulas else []),
        ("import", t("workbook.import_text", lang)),
        ("left_out", t("workbook.left_out_text", lang, count=book.left_out)),
    ]
    label, cell = book.style(bold=True, font_color="#5D6B7A", valign="top"), book.style(text_wrap=True, valign="top")
    page.write_string(1, 0, t("workbook.as_of", lang), label)
    day = book.style("yyyy-mm-dd", align="left", bg_color="#FFF8DC", border=1, border_color="#E0C870")
    page.write_datetime(1, 1, datetime.combine(about.as_of, time()), day)
    book.name(AS_OF, f"='{page.get_name()}'!$B$2")
    line = 2
    for key, text in texts:
        page.write_string(line, 0, t(f"workbook.{key}", lang), label)
        page.write_string(line, 1, book.clean(text), cell)
        page.set_row(line, 15 * sum(-(-columns(part) // LINE) or 1 for part in text.split("\n")) + 3)
        line += 1
    if about.resource.name in PROMISES:
        page.write_string(line, 0, t("workbook.legend", lang), label)
        for place, (status, fill) in enumerate(FILLS.items()):
            page.write_string(line + place, 1, f"{t(f'status.{status}', lang)}", book.style(bg_color=fill, bold=True))
