"""The API: the rows of the screens by address, read strictly, in four formats, unchanged where nothing changed."""

import csv
import io
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import quote

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import Server
from starlette.applications import Starlette
from starlette.testclient import TestClient

from board import api, api_files, export
from board.resources import RESOURCES
from board.view import STATUSES
from etl import release

ADDRESSES = [f"{resource.name}.{suffix}" for resource in RESOURCES.values() for suffix in resource.formats]


class Answer(NamedTuple):
    status: int
    headers: Any
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


Get = Callable[..., Answer]


@pytest.fixture
def get(server: Server) -> Get:
    """Asks the API; a status of 400 or more is an answer, too."""

    def got(path: str, method: str = "GET", **headers: str) -> Answer:
        asked = urllib.request.Request(
            f"{server.url}/api/v1/{quote(path, safe='/?&=,%')}", method=method,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )  # fmt: skip
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())

    return got


def table(answer: Answer) -> list[dict[str, str]]:
    assert answer.body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_answers_and_is_unchanged_the_second_time(get: Get, address: str) -> None:
    first = get(address)
    assert first.status == 200
    assert first.headers.get_content_type() == api_files.MEDIA[address.partition(".")[2]].partition(";")[0]
    tag = first.headers["ETag"]
    again = get(address, if_none_match=f'"other", W/{tag}')
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    narrower = "?family=one_thing" if "family" in RESOURCES[address.partition(".")[0]].fields else "?city=xuzhou"
    assert get(address + narrower, if_none_match='"other"').status == 200
    head = get(address, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("ETag", "Content-Type", "Content-Disposition"):
        assert head.headers[name] == first.headers[name]


def test_four_formats_hold_the_same_figures(get: Get) -> None:
    query = "city=xuzhou,lianyungang&role=target&theme=data"
    rows = get(f"figures.json?{query}").json()["rows"]
    ids = [row["figure_id"] for row in rows]
    assert len(ids) > 5
    assert {(row["city_id"], row["role"], row["theme"]) for row in rows} <= {
        (city, "target", "data") for city in ("xuzhou", "lianyungang")
    }
    assert [row["figure_id"] for row in table(get(f"figures.csv?{query}"))] == ids
    parquet = pq.read_table(io.BytesIO(get(f"figures.parquet?{query}").body))
    assert parquet.to_pylist() == rows
    assert (parquet.schema.field("value").type, parquet.schema.field("period_end").type) == (pa.float64(), pa.int32())
    book = openpyxl.load_workbook(io.BytesIO(get(f"figures.xlsx?{query}&lang=en").body))
    place = [cell.value for cell in book["Figures"][1]].index("figure_id")
    assert [row[place].value for row in book["Figures"].iter_rows(min_row=3)] == ids


def test_parquet_names_its_release(get: Get, server: Server) -> None:
    schema = pq.read_schema(io.BytesIO(get("progress.parquet").body))
    edition = release.current(server.releases)
    assert edition is not None
    assert schema.metadata[b"release_id"].decode() == edition.release_id


def test_json_comes_by_pages_that_together_are_the_csv(get: Get, server: Server) -> None:
    ids, following = [], "figures.json?lang=zh"
    while following:
        page = get(following).json()
        ids += [row["figure_id"] for row in page["rows"]]
        following = (page["next"] or "").removeprefix(f"{server.url}/api/v1/")
    assert len(ids) == page["count"] > 200
    assert page["page"] == page["pages"] == 2
    assert ids == [row["figure_id"] for row in table(get("figures.csv"))]


def test_progress_is_sorted_as_asked(get: Get) -> None:
    gaps = [row["gap"] for row in get("progress.json?sort=gap&city=xuzhou").json()["rows"] if row["gap"] is not None]
    assert gaps == sorted(gaps)
    falling = [
        row["gap"] for row in get("progress.json?sort=-gap&city=xuzhou").json()["rows"] if row["gap"] is not None
    ]
    assert falling == gaps[::-1]


def test_every_filter_of_gaps_narrows_progress(get: Get) -> None:
    whole = get("progress.json").json()["count"]
    for filters in (
        "city=xuzhou", "family=data_sharing", "indicator=data_sharing_rate", "theme=data", "binding=binding",
        "year=2023", "q=共享",
    ):  # fmt: skip
        assert 0 < get(f"progress.json?{filters}").json()["count"] < whole, filters
    assert sum(get(f"progress.json?status={status}").json()["count"] for status in STATUSES) == whole
    rows = get("progress.json?indicator=data_sharing_rate,data_opening_rate").json()["rows"]
    assert {row["indicator_id"] for row in rows} == {"data_sharing_rate", "data_opening_rate"}
    ids = [row["target_figure_id"] for row in rows]
    assert [
        row["target_figure_id"] for row in table(get("progress.csv?indicator=data_sharing_rate,data_opening_rate"))
    ] == ids


def test_nothing_found_is_an_empty_table_with_its_columns(get: Get) -> None:
    assert get("figures.json?q=nowhere").json()["rows"] == []
    assert get("figures.csv?q=nowhere").body.decode("utf-8-sig").startswith('"figure_id"')
    assert pq.read_table(io.BytesIO(get("figures.parquet?q=nowhere").body)).num_rows == 0


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("city=nanjing", {"city": "nanjing"}),
        ("city=xuzhou,jiangsu", {"city": "jiangsu"}),
        ("bogus=1&year=1999&page=0", {"bogus": "1", "year": "1999", "page": "0"}),
        ("city=xuzhou&city=yancheng", {"city": "yancheng"}),
        ("v=ffffffff", {"v": "ffffffff"}),
        ("sort=gap", {"sort": "gap"}),
        ("embed=true", {"embed": "true"}),
        ("lang=de", {"lang": "de"}),
        (f"q={'x' * 3000}", {"q": "x" * 40}),
    ],
)
def test_what_cannot_be_used_is_refused_and_named(get: Get, query: str, named: dict[str, str]) -> None:
    answer = get(f"figures.json?{query}")
    assert (answer.status, answer.headers["Content-Type"]) == (400, "application/problem+json")
    problem = answer.json()
    assert (problem["status"], problem["title"]) == (400, "Bad Request")
    assert {error["parameter"]: error["value"] for error in problem["errors"]}.items() >= named.items()
    assert all(error["detail"] in problem["detail"] for error in problem["errors"])


def test_pages_are_for_json_and_sorting_is_for_columns(get: Get) -> None:
    assert [error["parameter"] for error in get("figures.csv?page=2").json()["errors"]] == ["page"]
    assert [error["value"] for error in get("progress.csv?sort=-nothing").json()["errors"]] == ["-nothing"]


def test_problems_speak_the_language_that_is_asked_for(get: Get) -> None:
    assert "本版本没有" in get("figures.json?city=x", accept_language="zh-CN,zh;q=0.9").json()["detail"]
    assert "this edition has no" in get("figures.json?city=x&lang=en", accept_language="zh-CN").json()["detail"]


def test_an_edition_is_given_by_its_digits(get: Get, server: Server) -> None:
    edition = release.current(server.releases)
    assert edition is not None
    page = get(f"progress.json?v={edition.digits}").json()
    assert page["release"] == edition.release_id
    assert page["as_of"] == edition.release_id[:4] + "-" + edition.release_id[4:6] + "-" + edition.release_id[6:8]


def test_a_file_has_a_chinese_name_that_every_browser_reads(get: Get, server: Server) -> None:
    edition = release.current(server.releases)
    assert edition is not None
    given = get("progress.xlsx?lang=zh&city=lianyungang,xuzhou").headers["Content-Disposition"]
    name = quote(f"对标_差距_连云港-徐州_{edition.release_id}.xlsx")
    assert given == f"attachment; filename=\"progress_{edition.release_id}.xlsx\"; filename*=UTF-8''{name}"


def test_a_workbook_that_was_cut_off_can_be_continued(get: Get) -> None:
    whole, first, rest = (
        get("progress.xlsx?city=xuzhou", **({"range": f"bytes={part}"} if part else {}))
        for part in ("", "0-999", "1000-")
    )
    assert (whole.status, first.status, rest.status) == (200, 206, 206)
    assert whole.headers["ETag"] == first.headers["ETag"] == rest.headers["ETag"]
    assert first.body + rest.body == whole.body
    made = openpyxl.load_workbook(io.BytesIO(whole.body)).properties.created
    assert (made.hour, made.minute, made.second) == (0, 0, 0)  # of no moment, so that the bytes are those of the ETag


@pytest.mark.parametrize("address", ["figures.xlsx", "progress.xlsx?year=2025", "plans.xlsx"])
def test_a_workbook_too_long_for_a_sheet_is_refused_to_who_only_asks_whether_it_is_there(
    server: Server, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(server.releases))
    client = TestClient(Starlette(routes=api.ROUTES))
    assert client.head(f"/api/v1/{address}").status_code == 200
    monkeypatch.setattr(export, "MOST_ROWS", 20)
    asked, got = (client.request(method, f"/api/v1/{address}") for method in ("HEAD", "GET"))
    assert asked.status_code == got.status_code == 413
    assert asked.headers["Content-Type"] == got.headers["Content-Type"] == "application/problem+json"
    assert "an Excel sheet holds 20" in got.json()["detail"]
    assert client.head(f"/api/v1/{address.replace('.xlsx', '.csv')}").status_code == 200


def test_what_is_no_address_is_not_found_and_never_a_screen(get: Get) -> None:
    for path in ("figures", "figures.xml", "coverage.parquet", "nothing/at/all"):
        assert (get(path).status, get(path).headers["Content-Type"]) == (404, "application/problem+json")
    assert get("figures.json", method="DELETE").status == 405


TEXTS = ["=1+1", "+x", "-x", "@x", "\tx", "\rx", "--", "-", "-5", "+3.2", "-5%", "a=b", "", None]
HARMLESS = ["'=1+1", "'+x", "'-x", "'@x", "'\tx", "'\rx", "--", "-", "-5", "+3.2", "'-5%", "a=b", "", None]


def test_a_csv_holds_no_formula_and_leaves_dashes_and_numbers_alone() -> None:
    batch = pa.RecordBatch.from_pydict({"text": TEXTS, "number": range(len(TEXTS))})
    assert api_files.harmless(batch).column("text").to_pylist() == HARMLESS
    assert api_files.harmless(batch).column("number") == batch.column("number")
    whole = b"".join(api_files.csv(iter([batch, batch]))).decode("utf-8-sig")
    assert [row["text"] for row in csv.DictReader(io.StringIO(whole, newline=""))] == [
        text or "" for text in HARMLESS
    ] * 2


def test_parquet_answers_to_duckdb(get: Get) -> None:
    progress = pq.read_table(io.BytesIO(get("progress.parquet?city=xuzhou").body))
    with duckdb.connect() as con:
        con.register("progress", progress)
        ((count,),) = con.sql("select count(*) from progress where target_year = 2025").fetchall()
    assert count > 29
