"""The pieces of the screens: every empty place says why, every text of the tables is text and never markup."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from board import cards, comparing, markup, printed, store, tables, words
from board.view import ViewState
from etl import release

Row = dict[str, Any]
Ask = Callable[..., list[Row]]
Change = Callable[[list[Row]], list[Row]]
HOSTILE = "<script>alert('x')</script><img src=x onerror=\"alert(1)\">&amp;"
IDS = re.compile(r".*_id|.*comparator|.*_reason|.*_because|level|role|state|status|reason|tier|binding|axis")
TAGS = {
    "a",
    "b",
    "button",
    "div",
    "h2",
    "h3",
    "li",
    "p",
    "span",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "i",
    "small",
}


class Page(HTMLParser):
    """The tags, attributes and texts of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def ask(releases: Path) -> Ask:
    """The answers of a release of data/ to a question."""
    edition = release.current(releases)
    assert edition is not None
    return lambda name, **values: store.rows(edition, name, ViewState(), **values)


def evidence(ask: Ask) -> list[Row]:
    ids = [row["figure_id"] for row in ask("figures", row_count=500, first_row=0)]
    return ask("evidence", figures=ids)


def by_family(ask: Ask) -> list[list[Row]]:
    return [ask("compare_figures", family=family) for family in ("one_thing", "data_sharing", "cloud_adoption")]


PIECES: dict[str, Callable[[Ask, Change, str], str]] = {
    "evidence": lambda ask, with_, lang: "".join(printed.line(row, lang) for row in with_(evidence(ask))),
    "documents": lambda ask, with_, lang: cards.documents(with_(ask("documents")), lang),
    "definitions": lambda ask, with_, lang: cards.definitions(with_(ask("definitions")), lang),
    "coverage": lambda ask, with_, lang: cards.coverage(with_(ask("coverage")), lang),
    "largest gaps": lambda ask, with_, lang: cards.gaps(with_(ask("largest_gaps", as_of_year=2026, row_count=8)), lang),
    "context": lambda ask, with_, lang: "".join(comparing.told(with_(rows), lang) for rows in by_family(ask)),
    "letters": lambda ask, with_, lang: "".join(
        comparing.letters(with_([row for row in rows if row["axis"]]), lang) for rows in by_family(ask)
    ),
    "yielding": lambda ask, with_, lang: comparing.yielding(with_(ask("yielding", with_repeats=True)), lang),
}


def as_it_is(rows: list[Row]) -> list[Row]:
    return rows


def hostile(rows: list[Row]) -> list[Row]:
    """The same rows, every text of a steward's tables replaced by one that would run if it were taken for markup."""
    return [
        {
            key: HOSTILE if isinstance(value, str) and value and not IDS.fullmatch(key) else value
            for key, value in row.items()
        }
        for row in rows
    ]


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_of_the_tables_can_become_markup(ask: Ask, piece: str) -> None:
    page = Page(PIECES[piece](ask, hostile, "zh"))
    assert page.tags <= TAGS
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    assert any(HOSTILE in text for text in page.texts)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("piece", PIECES)
def test_no_piece_shows_a_word_of_the_code_or_an_empty_value(ask: Ask, piece: str, lang: str) -> None:
    page = Page(PIECES[piece](ask, as_it_is, lang))
    for text in page.texts:
        assert "://" in text or not re.search(r"\b(None|nan|null)\b|[{}]|[a-z]_[a-z]", text), text


def test_an_address_that_is_none_of_the_web_is_no_link(ask: Ask) -> None:
    row = evidence(ask)[0]
    for address in ("javascript:alert(1)", "data:text/html,x", " javascript:alert(1)"):
        page = Page(printed.line(row | {"url": address}, "zh"))
        assert "a" not in page.tags
        assert address.strip() in " ".join(page.texts)
    assert "a" in Page(printed.line(row | {"url": "https://www.yancheng.gov.cn/x"}, "zh")).tags


def test_an_element_escapes_its_text_and_its_attributes() -> None:
    made = markup.element("td", HOSTILE, "x' onclick='y", data_label=HOSTILE)
    page = Page(made)
    assert (page.tags, page.attributes, page.texts) == ({"td"}, {"class", "data-label"}, [HOSTILE])


def test_a_table_names_every_cell_for_the_phone_and_needs_as_many_cells_as_heads() -> None:
    page = Page(markup.table(["a", "b"], [["1", "2"], ["3", "4"]]))
    assert page.texts == ["a", "b", "1", "2", "3", "4"]
    assert "data-label" in page.attributes
    with pytest.raises(ValueError, match="shorter"):
        markup.table(["a", "b"], [["1"]])


def test_every_empty_cell_of_the_matrix_says_why_and_none_is_zero(ask: Ask) -> None:
    rows = ask("coverage")
    html = cards.coverage(rows, "en")
    empties = re.findall(r"<td class='empty'[^>]*>([^<]*)<", html)
    assert len(empties) == sum(row["state"] != "figure" for row in rows)
    assert "" not in empties
    assert not [text for text in empties if re.search(r"\d", text)]


CITY = {"level": "city", "city_zh": "徐州", "city_en": "Xuzhou", "figure_count": 123}
PROVINCE = {"level": "province", "city_zh": "江苏省", "city_en": "Jiangsu", "figure_count": 11}
COUNTS = [
    CITY | {"target_count": 56, "result_count": 1, "overdue_count": 55},
    PROVINCE | {"target_count": 4, "result_count": 0, "overdue_count": 4},
]


def test_every_count_has_its_denominator_and_the_province_promises_nothing_of_the_cities() -> None:
    counted = cards.counted(COUNTS, ["alike", "near", "single"], "en")
    assert [(big, re.findall(r"\d+", of)) for _, big, of in counted] == [
        (56, ["56"]), (1, ["56", "55"]), (1, ["3"]), (134, []),
    ]  # fmt: skip


STATUSES = {
    ("met", None, False): "met",
    ("moving_away", None, False): "moving away",
    ("not_assessable", "no_result", False): "not published",
    ("not_assessable", "no_result", True): "2025",
    ("not_assessable", "qualitative", True): "words",
}


@pytest.mark.parametrize("case", STATUSES, ids=str)
def test_a_status_is_a_word_or_the_reason_why_there_is_none(case: tuple[str, str | None, bool]) -> None:
    status, reason, is_overdue = case
    row = {"status": status, "reason": reason, "is_overdue": is_overdue, "target_year": 2025}
    assert STATUSES[case] in cards.status(row, "en").lower()


def ranked(city: str, place: int, value: float, role: str = "actual", year: int = 2024) -> Row:
    return {"city_id": city, "city_zh": city, "city_en": city, "level": "city", "place": place, "value": value,
            "role": role, "year": year, "unit_zh": "%", "unit_en": "%", "unit_scale": 1}  # fmt: skip


def test_a_ranking_names_role_and_year_and_each_pair_of_them_has_its_own() -> None:
    rows = [
        ranked("B", 1, 9),
        ranked("A", 2, 7),
        ranked("A", 1, 10, "target", 2025),
        ranked("B", 1, 10, "target", 2025),
    ]
    first, second = comparing.orders(rows, rows, "en")
    assert re.search(r"result.*2024.*1\. B 9%.*2\. A 7%", first)
    assert re.search(r"target.*2025.*1\. A 10%.*1\. B 10%", second)


@pytest.mark.parametrize(
    ("cities", "key"), [([], "one_city"), (["A"], "one_city"), (["A", "A"], "one_city"), (["A", "B"], "not_alike")]
)
def test_where_nothing_can_be_ranked_the_reason_is_said(cities: list[str], key: str) -> None:
    drawn = [ranked(city, 0, 1) for city in cities] + [ranked("P", 0, 1) | {"level": "province"}]
    assert comparing.orders([], drawn, "zh") == [words.t(f"ranking.{key}", "zh")]


def test_the_table_on_the_screen_has_words_for_ids_numbers_for_numbers_and_a_reason_for_each_missing_value(
    ask: Ask,
) -> None:
    rows = ask("figures", row_count=500, first_row=0)
    for lang in words.LANGUAGES:
        table = tables.worded(rows, tables.FIGURE_COLUMNS, lang)
        head = {column: words.t(f"column.{column}", lang) for column in tables.FIGURE_COLUMNS}
        assert list(table.columns) == list(head.values())
        assert len(table) == len(rows)
        assert pd.api.types.is_numeric_dtype(table[head["value"]])
        missing = table[head["value"]].isna()
        assert missing.any()
        assert (table.loc[missing, head["missing_reason"]] != "").all()
        assert (table.loc[~missing, head["missing_reason"]] == "").all()
        assert (table[head["printed"]] == [row["printed"] for row in rows]).all()
        texts = table.drop(columns=[head["value"], head["line"], head["figure_id"]])
        assert not texts.isin([None, "None", "nan"]).any().any()


def test_a_table_without_rows_keeps_its_columns() -> None:
    table = tables.worded([], tables.FIGURE_COLUMNS, "zh")
    assert (len(table), len(table.columns)) == (0, len(tables.FIGURE_COLUMNS))
