"""How to ask an address of the API from Excel, pandas, DuckDB and R: the examples of docs/api.md. Pure."""

import re
from functools import cache

import settings

EXAMPLE = "http://localhost:8501/api/v1/figures"
_BLOCK = re.compile(r"^## (.+?)\n.*?^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@cache
def _examples() -> list[tuple[str, str, str]]:
    text = (settings.ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    return [(title, language, code.rstrip("\n")) for title, language, code in _BLOCK.findall(text)]


def snippets(csv: str, parquet: str) -> list[tuple[str, str, str]]:
    """The program, its language and its lines, with these addresses of the same rows in them."""
    return [
        (title, language, code.replace(f"{EXAMPLE}.csv", csv).replace(f"{EXAMPLE}.parquet", parquet))
        for title, language, code in _examples()
    ]
