"""Every query opens with its question and keeps the habits that DuckDB and Spark answer alike."""

import re
from pathlib import Path

import pytest
from marts import columns_of_the_marts

import queries

FILES = sorted(path.relative_to(queries.FOLDER).with_suffix("").as_posix() for path in queries.FOLDER.rglob("*.sql"))
SHARED = [name for name in FILES if name.startswith(("ask/", "build/"))]
COMMENT_OR_LITERAL = re.compile(r"--[^\n]*|'(?:[^']|'')*'")


def bare(name: str) -> str:
    """A query in small letters on one line, its comments and literals emptied."""
    text = COMMENT_OR_LITERAL.sub(lambda match: "''" if match[0][0] == "'" else "", queries.read(name))
    return " ".join(text.lower().split())


@pytest.mark.parametrize("name", FILES)
def test_a_query_begins_with_the_question_that_it_answers(name: str) -> None:
    first = queries.read(name).split("\n", 1)[0]
    assert re.match(r"-- [A-Z][^?]{10,}\?( |$)", first), first


@pytest.mark.parametrize("name", FILES)
def test_a_query_can_be_read_at_one_sight(name: str) -> None:
    assert len(queries.read(name).splitlines()) <= 60


def test_every_query_stands_in_a_folder_that_says_when_it_is_asked() -> None:
    assert {name.split("/")[0] for name in FILES} <= {"load", "build", "checks", "ask", "publish", "diff"}
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9_]+", name) for name in FILES)


HABITS = {  # what DuckDB and Spark read differently, or only one of them reads
    "qualify": r"\bqualify\b",
    "pivot": r"\b(un)?pivot\b",
    "a cast by colons": r"::",
    "a whole division": r"//",
    "exclude": r"\bexclude\b",
    "group or order by all": r"\bby all\b",
    "the latest by an aggregate": r"\b(arg_?max|arg_?min|max_by|min_by|any_value|first|last|arbitrary)\s*\(",
    "concat": r"\bconcat(_ws)?\s*\(",
    "unnest": r"\bunnest\b",
    "a list": r"\[|\b(list|array_agg|list_\w+|array_\w+)\s*\(",
    "ilike": r"\bilike\b",
    "an enum": r"\benum\b",
    "an unmarked decimal": r"(?<![\w.])\d+\.\d+(?![\de])",
    "a sum without its type": r"(?<!cast\()\bsum\s*\(",
    "a divisor that may be zero": r"/(?! *(nullif ?\(|\d*[1-9]\d*(e\d+)?\b))",
    "a limit without an order": r"^(?!.*\border by\b.*\blimit\b).*\blimit\b",
    "a block comment or a quoted name": r"/\*|\"",
    "a parameter without a name": r"\$\d|\?",
    "a cross join in disguise": r"\bpositional join\b|\basof\b",
}  # fmt: skip


@pytest.mark.parametrize("name", SHARED)
@pytest.mark.parametrize("habit", HABITS)
def test_a_question_and_a_mart_do_without(habit: str, name: str) -> None:
    assert not re.search(HABITS[habit], bare(name)), re.search(HABITS[habit], bare(name))


BROKEN = {
    "qualify": "select a from t qualify row_number() over (order by a) = 1",
    "pivot": "pivot t on a",
    "a cast by colons": "select a::int as a",
    "a whole division": "select a // 2 as a",
    "exclude": "select * exclude (a) from t",
    "group or order by all": "select a from t group by all",
    "the latest by an aggregate": "select max_by(a, b) as a",
    "concat": "select concat(a, b) as c",
    "unnest": "select unnest(a) as a",
    "a list": "select [a, b] as c",
    "ilike": "select a ilike b as c",
    "an enum": "select a::enum",
    "an unmarked decimal": "select a * 100.0 as a",
    "a sum without its type": "select sum(a) as a",
    "a divisor that may be zero": "select a / b as c",
    "a limit without an order": "select a from t limit 3",
    "a block comment or a quoted name": 'select "a b" from t',
    "a parameter without a name": "select ? as a",
    "a cross join in disguise": "select a from t asof join u",
}


@pytest.mark.parametrize("habit", HABITS)
def test_the_search_for_a_habit_finds_what_breaks_it(habit: str) -> None:
    assert re.search(HABITS[habit], BROKEN[habit])
    assert not re.search(
        HABITS[habit], "select a / nullif(b, 0) + 1e2 * 0.95e0 as c, cast(sum(d) as bigint) as d from t"
    )


def orders(text: str) -> list[str]:
    """What every ORDER BY of a bare query orders by, one element a column."""
    found = []
    for match in re.finditer(r"\border by ", text):
        depth, element = 0, ""
        for place in range(match.end(), len(text)):
            sign = text[place]
            if (depth == 0 and sign in ");") or re.match(r" (limit|rows|range|offset)\b", text[place:]):
                break
            depth += (sign == "(") - (sign == ")")
            if sign == "," and depth == 0:
                found.append(element.strip())
                element = ""
            else:
                element += sign
        found.append(element.strip())
    return found


@pytest.mark.parametrize("name", SHARED)
def test_every_order_says_where_nulls_stand(name: str) -> None:
    assert [column for column in orders(bare(name)) if not re.search(r" nulls (first|last)$", column)] == []


def test_the_search_for_orders_finds_every_column_of_every_order() -> None:
    text = "select row_number() over (partition by a order by f(b, c) desc, d nulls last) from t order by e limit 3"
    assert orders(text) == ["f(b, c) desc", "d nulls last", "e"]


def test_every_column_of_a_mart_has_a_name() -> None:
    names = [column for columns in columns_of_the_marts().values() for column in columns]
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


def test_no_query_stands_outside_its_folder() -> None:
    root = Path(queries.__file__).parent.parent
    elsewhere = [path for folder in ("board", "etl", "pages", "data") for path in (root / folder).rglob("*.sql")]
    assert elsewhere == []
