"""Who may import whom, as DESIGN section 1 draws it, and no SQL in Python."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("queries", "etl", "board", "pages", "app", "streamlit", "duckdb")
FOLDERS = ("queries", "etl", "board", "pages")
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (
        ROOT / "app.py",
        ROOT / "settings.py",
        *(file for name in FOLDERS for file in (ROOT / name).rglob("*.py")),
    )
    if path.exists()
)

RELEASES = {"etl.release", "etl.Fault"}  # the read side of releases, and the tree of errors that it raises
# the parts of board that are made of Streamlit, or answer HTTP
SCREEN = "frame|links|show|routes|brief_routes|brief_buttons|looking|filters|panel|pick|planned|what_if|save|glossary"
SCREEN += "|gate|signin|reworded"
ASKERS = (
    "headlines|dashes|briefing|export|gap_export|plan_export|worker|api|api_query|api_files"  # those that ask a release
)
IMPURE = {f"board.{name}" for name in f"{SCREEN}|{ASKERS}|store|__main__".split("|")}

WALLS = {  # the first pattern that fits a file says what of OURS it may import
    r"settings\.py": set(),
    r"queries/.*": {"queries"},
    r"etl/.*": {"queries", "etl", "board.words", "board.cells", "board.workbook", "duckdb"},
    r"board/__init__\.py": set(),
    r"board/(words|view)\.py": {"board.words", "board.view"},
    r"board/store\.py": {"queries", *RELEASES, "board.view", "duckdb"},
    rf"board/({ASKERS})\.py": {"board", "queries.Value", *RELEASES},
    rf"board/({SCREEN})\.py": {"board", "streamlit", "queries.Value", *RELEASES},
    r"board/__main__\.py": {"board", *RELEASES},
    r"board/.*": {"pure parts of board"},
    r"pages/(.*_)?manage\.py": {"etl", "board", "streamlit"},
    r"pages/.*": {"board", "streamlit"},
    r"app\.py": {"etl", "board", "streamlit"},
}  # fmt: skip


def imports(file: str, text: str) -> Iterator[str]:
    """The dotted names that a file imports, wherever it does so; `from a import b` is a.b."""
    package = file.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__"):
            yield ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) else "something unknown"


def climbed(file: str, text: str) -> list[str]:
    """What a file imports although the walls forbid it."""
    allowed = next(names for pattern, names in WALLS.items() if re.fullmatch(pattern, file))

    def is_allowed(name: str) -> bool:
        parts = name.split(".")
        if "pure parts of board" in allowed and parts[0] == "board":
            return len(parts) > 1 and f"board.{parts[1]}" not in IMPURE
        return any(name == way or name.startswith(f"{way}.") for way in allowed)

    ours = [name for name in imports(file, text) if name.split(".")[0] in (*OURS, "something unknown")]
    return [name for name in ours if not is_allowed(name)]


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_imported_over_a_wall(file: str) -> None:
    assert climbed(file, (ROOT / file).read_text(encoding="utf-8")) == []


CLIMBING = [
    ("queries/__init__.py", "import duckdb"),
    ("etl/load.py", "from board.store import ask"),
    ("etl/load.py", "import streamlit as st"),
    ("board/charts.py", "import duckdb"),
    ("board/charts.py", "def draw():\n    from streamlit import cache_data"),
    ("board/charts.py", "from . import store"),
    ("board/words.py", "import importlib\nimportlib.import_module('duckdb')"),
    ("board/view.py", "import queries"),
    ("board/cards.py", "from board import words, show"),
    ("board/store.py", "from etl.publish import build"),
    ("board/store.py", "import streamlit"),
    ("board/frame.py", "from etl import publish"),
    ("board/show.py", "from queries import read"),
    ("board/show.py", "from duckdb import connect"),
    ("pages/gaps.py", "import queries"),
    ("pages/gaps.py", "from etl import publish"),
    ("app.py", "import duckdb"),
    ("settings.py", "from board import words"),
]
WALKING = [
    ("queries/__init__.py", "import re"),
    ("etl/load.py", "import duckdb, queries\nfrom board.words import t\nfrom etl.release import current"),
    ("board/charts.py", "import plotly.graph_objects as go\nfrom board import view, words\nimport settings"),
    ("board/cards.py", "from board import words"),
    ("board/store.py", "import duckdb, queries\nfrom etl import release"),
    ("board/frame.py", "import streamlit as st\nfrom board import store"),
    ("pages/manage.py", "from etl import publish"),
    ("app.py", "from etl import publish\nfrom board.routes import ROUTES"),
]


@pytest.mark.parametrize(("file", "text"), CLIMBING)
def test_the_walls_are_seen_to_be_climbed(file: str, text: str) -> None:
    assert len(climbed(file, text)) == 1


@pytest.mark.parametrize(("file", "text"), WALKING)
def test_the_doors_in_the_walls_stay_open(file: str, text: str) -> None:
    assert climbed(file, text) == []


def test_no_part_of_the_board_hides_a_module_of_python() -> None:
    # Streamlit puts the folder of its main script first on the path
    assert {path.stem for path in (ROOT / "board").glob("*.py")} & sys.stdlib_module_names == set()


SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\bselect\s+[\w*$'(]+\s+as\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\b.+\bset\b"
    r"|\b(create|drop|alter)\s+(or\s+replace\s+)?(temp(orary)?\s+)?(table|view|schema|macro|index|type)\b"
    r"|\b(group|order|partition)\s+by\b|\bunion\s+all\b|\b(left|inner|cross)\s+join\b|\bwhere\b.+[=<>]"
    r"|^\s*(attach|detach|pragma|checkpoint|vacuum|copy|describe|install)\b\s+['\w(]",
    re.IGNORECASE | re.DOTALL,
)
ASKING = ("execute", "executemany", "sql", "query", "query_df", "from_query")


def sql_in(text: str) -> list[str]:
    """The strings of a module that are SQL, docstrings left out, and literals handed to a connection."""
    tree = ast.parse(text)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            found += [node.value] if SQL.search(node.value) else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
            found += [ast.unparse(node)] if node.args and isinstance(node.args[0], ast.Constant | ast.JoinedStr) else []
    return found


@pytest.mark.parametrize("file", FILES)
def test_there_is_no_sql_in_python(file: str) -> None:
    assert sql_in((ROOT / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "is_sql"),
    [
        ("ask('select city_id from city')", True),
        ("text = f'select * from {table}'", True),
        ("clause = ' order by city_id'", True),
        ("con.execute('checkpoint')", True),
        ("con.sql(f'{name}')", True),
        ("where = 'city_id = $city and ' 'where x > 3'", True),
        ("con.execute(queries.read('ask/figures'))", False),
        ('def ask():\n    """Asks: select a city from the list, order by name."""', False),
        ("label = 'Select all'", False),
        ("relation.insert_into(f'text.{table}')", False),
    ],
)
def test_sql_is_told_from_words(text: str, is_sql: bool) -> None:
    assert bool(sql_in(text)) == is_sql
