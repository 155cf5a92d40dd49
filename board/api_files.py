"""The answer of the API: a page of JSON, CSV and Parquet as they are made, a workbook when it is done."""

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from board import export, plan_export, store, worker
from board.api_query import Asked
from board.view import PAGE_ROWS, sorting
from board.words import t
from etl import Fault
from queries import Value

MEDIA = {
    "json": "application/json", "csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
FAULTS = {"too_many_rows": (413, "Content Too Large"), "worker_busy": (503, "Service Unavailable")}
DROPPED = (  # of a question: what it sorts and joins by
    "sort_order", "sort_key", "desk_kind", "row_key", "spot", "status_order", "city_number", "indicator_number",
    "target_number", "baseline_number", "result_number",
)  # fmt: skip
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
IN_THE_SERVER = 2_000  # up to so many rows a workbook takes under a second; larger ones are made by the worker
ROW_GROUP = 100_000
RISKY = pa.array([bytes([sign]) for sign in b"=+-@\t\r"])
HYPHENS, NUMERIC = r"^-+$", r"^[+-]?[0-9]+(\.[0-9]+)?$"


def said(fault: Fault, lang: str) -> str:
    """An expected fault in words."""
    return t(f"fault.{fault.key}", lang, **fault.values)


def _values(asked: Asked) -> dict[str, Value]:
    """What the question needs beside the filters."""
    if asked.resource.name == "plans":
        return plan_export.values(asked.view)
    if asked.resource.name != "progress":
        return {}
    column, is_descending = sorting(asked.view, "gap_share")
    return {"as_of_year": asked.as_of.year, "sort": column, "is_descending": is_descending}


def page(asked: Asked) -> tuple[list[dict[str, Any]], int]:
    """The rows of one page, and how many there are in all."""
    count = store.count(asked.edition, asked.resource.question, asked.view, **_values(asked))
    if asked.resource.name == "figures":
        return store.figure_page(asked.edition, asked.view), count
    table = store.ask(asked.edition, asked.resource.question, asked.view, **_values(asked))
    if asked.resource.name in ("coverage", "documents"):  # the screens show these whole
        table = table.slice((asked.view.page - 1) * PAGE_ROWS, PAGE_ROWS)
    return table.drop_columns([name for name in DROPPED if name in table.column_names]).to_pylist(), count


def batches(asked: Asked) -> Iterator[pa.RecordBatch]:
    """All rows, batch by batch; one without rows where there are none, for its columns."""
    if asked.resource.name == "figures":
        found = store.figures(asked.edition, asked.view)
    elif asked.resource.name == "progress":
        found = store.promises(asked.edition, asked.view, **_values(asked))
    else:
        found = store.stream(asked.edition, asked.resource.question, asked.view, **_values(asked))
    for batch in found:
        yield batch.drop_columns([name for name in DROPPED if name in batch.schema.names])


def head(asked: Asked, suffix: str) -> dict[str, str]:
    """The file's name, as a header. Raises Fault where a sheet could not hold the rows."""
    if suffix == "json":
        return {}
    order = _order(asked)
    if suffix == "xlsx" and (fault := export.too_many(order.resource, sum(export.counts(order)))):
        raise fault
    name = export.described(order).file_name(f".{suffix}")
    plain = f"{asked.resource.name}_{asked.edition.release_id}.{suffix}"
    return {"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"}


def _order(asked: Asked) -> export.Order:
    return export.Order(asked.edition, asked.resource.name, asked.view, asked.lang, asked.as_of, asked.site)


def response(asked: Asked, suffix: str, headers: dict[str, str]) -> Response:
    """The file. Raises Fault where it cannot be made."""
    if suffix == "csv":
        return StreamingResponse(csv(batches(asked)), headers=headers, media_type=MEDIA["csv"])
    if suffix == "parquet":
        chunks = parquet(batches(asked), asked.edition.release_id)
        return StreamingResponse(chunks, headers=headers, media_type=MEDIA["parquet"])
    order = _order(asked)
    path = workbook(order, sum(export.counts(order)))
    return FileResponse(path, headers=headers, media_type=MEDIA["xlsx"], background=BackgroundTask(path.unlink))


def workbook(order: export.Order, count: int) -> Path:
    """The finished workbook in a file that its reader deletes; a large one is made by the worker."""
    with tempfile.NamedTemporaryFile(prefix="duibiao-", suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    try:
        (export.write if count <= IN_THE_SERVER else worker.write)(order, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def csv(rows: Iterator[pa.RecordBatch]) -> Iterator[bytes]:
    """CSV as Excel reads it: UTF-8 with its mark, and no cell that a sheet would take for a formula."""
    sink = io.BytesIO()
    sink.write(BYTE_ORDER_MARK)
    writer = None
    for batch in rows:
        writer = writer or pa.csv.CSVWriter(sink, batch.schema)
        writer.write_batch(harmless(batch))
        yield _taken(sink)
    if writer:
        writer.close()
    yield _taken(sink)


def harmless(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch with an apostrophe before texts that begin like a formula; "--" and numbers are none."""
    columns = []
    for column in batch.columns:
        if pa.types.is_string(column.type) and pc.any(risky := _risky(column)).as_py():
            kept = pc.or_(pc.match_substring_regex(column, HYPHENS), pc.match_substring_regex(column, NUMERIC))
            escaped = pc.replace_substring_regex(column, "^", "'", max_replacements=1)
            column = pc.if_else(pc.and_(risky, pc.invert(kept)), escaped, column)
        columns.append(column)
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def _risky(column: "pa.Array[Any]") -> pa.BooleanArray:
    """Which texts begin like a formula, by their first bytes: patterns took a quarter of the time of a file."""
    return pc.is_in(pc.binary_slice(column.cast(pa.binary()), 0, 1), value_set=RISKY)


def parquet(rows: Iterator[pa.RecordBatch], release_id: str) -> Iterator[bytes]:
    """Parquet with the columns' types, and the release in its metadata."""
    sink = io.BytesIO()
    writer = None
    for batch in rows:
        if writer is None:
            schema = batch.schema.with_metadata({"release_id": release_id})
            writer = pq.ParquetWriter(sink, schema)
        writer.write_table(pa.Table.from_batches([batch]).cast(schema), row_group_size=ROW_GROUP)
        yield _taken(sink)
    if writer:
        writer.close()
    yield _taken(sink)


def _taken(sink: io.BytesIO) -> bytes:
    """What was written since the last time."""
    chunk = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return chunk
