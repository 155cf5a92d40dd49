"""A link says what is looked at: every state comes back from it as it was, and nothing in a link breaks a screen."""

from dataclasses import fields, replace
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.codec import ASSUMPTIONS, LARGEST, edition_query, from_query, to_link, to_query
from board.view import BINDINGS, CARRIED, ROLES, STATUSES, THEMES, ViewState

KNOWN = {
    "city": {"lianyungang", "yancheng", "xuzhou"},
    "family": {"cloud_adoption", "data_sharing", "one_thing"},
    "indicator": {"cloud_rate", "data_sharing_rate"},
    "unit": {"xuzhou.big_data_centre", "yancheng.data_bureau"},
}
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)
UNHURRIED = settings(deadline=None)  # a busy machine is slow, not wrong
NUMBER = st.floats(-LARGEST, LARGEST)


def some(options: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Any of the options, in any order, each once."""
    return st.lists(st.sampled_from(sorted(options)), unique=True).map(tuple)


VIEWS = st.builds(
    ViewState,
    v=st.from_regex(r"[0-9a-f]{8}|[0-9]{8}-[0-9a-f]{8}|", fullmatch=True),
    lang=st.sampled_from(["", "zh", "en"]),
    city=some(KNOWN["city"]),
    family=some(KNOWN["family"]),
    indicator=some(KNOWN["indicator"]),
    theme=some(THEMES),
    binding=some(BINDINGS),
    status=some(STATUSES),
    role=some(ROLES),
    unit=some(KNOWN["unit"]),
    carried=some(CARRIED),
    year=st.lists(st.integers(2000, 2100), unique=True).map(tuple),
    q=TEXT,
    sort=TEXT,
    page=st.integers(1, 1_000_000),
    row=TEXT,
    assume=st.dictionaries(st.sampled_from(ASSUMPTIONS), NUMBER).map(lambda each: tuple(sorted(each.items()))),
)


def opened(query: dict[str, str]) -> tuple[ViewState, list[Any]]:
    """What a browser makes of the address, read again."""
    return from_query(parse_qs(to_link(query)[1:], keep_blank_values=True), KNOWN)


@UNHURRIED
@given(VIEWS)
def test_a_link_gives_back_every_field_of_what_was_looked_at(view: ViewState) -> None:
    assert opened(to_query(view)) == (view, [])


@UNHURRIED
@given(VIEWS)
def test_an_edition_link_gives_it_back_too_with_its_edition_and_language(view: ViewState) -> None:
    assert opened(edition_query(view, "3f9a1c20", "zh")) == (replace(view, v="3f9a1c20", lang="zh"), [])


def test_the_property_covers_every_field() -> None:
    assert {field.name for field in fields(ViewState)} == set(VIEWS.wrapped_strategy.kwargs)  # type: ignore[attr-defined]


NAMES = st.sampled_from([*(field.name for field in fields(ViewState)), "assume.result", "assume.", "assume.x", "no"])
ODD_TEXTS = (
    "", ",", ",,,", "xuzhou,xuzhou,", "nan", "inf", "-inf", "1e999", "1e308", "-0.0", "１２", "٢٠٢٥", "2025.0", "1_000",
    "\x00", "\ud800", "\u202e", "%00", "9" * 5000, "x" * 10_000, "0", "-1", "zh,en", "' or 1=1 --", "<script>",
)  # fmt: skip
ODD = st.sampled_from(ODD_TEXTS)


@UNHURRIED
@given(st.dictionaries(NAMES | st.text(), st.lists(ODD | st.text(), max_size=3)))
def test_nothing_in_a_link_raises_and_what_is_left_of_it_is_a_view_like_any_other(query: dict[str, list[str]]) -> None:
    view, problems = from_query(query, KNOWN)
    assert opened(to_query(view)) == (view, [])
    for problem in problems:
        assert len(problem.field) <= 40
        assert len(problem.value) <= 40
        (problem.field + problem.value).encode()


@pytest.mark.parametrize(
    ("link", "kinds"),
    [
        ("city=atlantis", ["unknown_value"]),
        ("city=xuzhou,atlantis,lyonesse", ["unknown_value", "unknown_value"]),
        ("year=1999,2025,twenty", ["bad_year", "bad_year"]),
        ("page=two", ["not_a_number"]),
        ("page=0", ["not_a_number"]),
        ("page=" + "9" * 30, ["not_a_number"]),
        ("assume.result=lots", ["not_a_number"]),
        ("assume.result=nan", ["not_a_number"]),
        ("assume.result=inf", ["not_a_number"]),
        ("assume.result=-1e16", ["not_a_number"]),
        ("assume.profit=3", ["unknown_field"]),
        ("colour=red", ["unknown_field"]),
        ("q=" + "x" * 10_000, ["too_long"]),
        ("city=" + "x" * 10_000, ["too_long"]),
        ("city=xuzhou&city=yancheng", ["repeated"]),
        ("lang=fr", ["unknown_value"]),
        ("unit=xuzhou.nobody,figures&carried=all", ["unknown_value"] * 3),
        ("theme=%3Cscript%3Ealert(1)%3C/script%3E", ["unknown_value"]),
        ("status=met'%3B drop table figure%3B--", ["unknown_value"]),
        ("q=%00", ["unknown_value"]),
        ("embed=true&embed_options=light", []),
        ("city=&year=&q=&sort=&row=&lang=&v=", []),
    ],
)
def test_what_a_link_asks_for_in_vain_is_told_and_nothing_is_guessed(link: str, kinds: list[str]) -> None:
    view, problems = from_query(parse_qs(link, keep_blank_values=True), KNOWN)
    assert [problem.kind for problem in problems] == kinds
    assert set(view.city) <= {"xuzhou", "yancheng"}
    assert replace(view, city=(), year=()) == ViewState()


def test_of_a_repeated_parameter_the_last_counts() -> None:
    assert from_query({"city": ["xuzhou", "yancheng"]}, KNOWN)[0].city == ("yancheng",)


def test_an_ordinary_view_makes_a_short_link() -> None:
    view = ViewState(city=("xuzhou", "lianyungang"), theme=("data", "one_stop"), status=("behind",), sort="-gap_share")
    address = "http://duibiao.lyg.gov.cn:8501/gaps"
    assert len(address + to_link(to_query(view))) < 150
    assert len(address + to_link(edition_query(view, "3f9a1c20", "zh"))) < 200


def test_an_edition_link_spells_out_every_value_and_a_live_link_only_what_differs() -> None:
    view = ViewState(city=("xuzhou",))
    assert to_query(view) == {"city": "xuzhou"}
    spelled = edition_query(view, "3f9a1c20", "en", sort="-gap_share")
    assert spelled.keys() == {field.name for field in fields(ViewState)} - {"assume"}
    assert spelled | {"city": "xuzhou", "v": "3f9a1c20", "lang": "en", "sort": "-gap_share", "page": "1"} == spelled
