"""The documentation is true: its commands run, its variables exist, its map is the folder, and both languages agree."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from delivery import ROOT, SMALL

from board import words

README = {
    lang: (ROOT / name).read_text(encoding="utf-8") for lang, name in (("en", "README.md"), ("zh", "README.zh-CN.md"))
}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(python -m (?:etl|board)[^`]*|make [^`]+)`")


def commands(text: str) -> list[str]:
    """Every command of a README: the lines of its blocks, and those within sentences."""
    lines = [line for language, body in BLOCK.findall(text) if language == "sh" for line in body.splitlines() if line]
    return list(dict.fromkeys(lines + INLINE.findall(BLOCK.sub("", text))))


def of(program: str) -> list[str]:
    """The commands of the English README that begin with a program."""
    return [command for command in commands(README["en"]) if command.startswith(program)]


@pytest.mark.parametrize("command", of("make "))
def test_every_make_target_that_is_named_exists(command: str) -> None:
    done = subprocess.run([*shlex.split(command), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", of("python -m etl"))
def test_every_command_of_the_etl_runs(command: str, tmp_path: Path) -> None:
    environment = os.environ | {"DUIBIAO_RELEASES": str(tmp_path / "releases"), "DUIBIAO_DATA": str(SMALL)}

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "etl", *arguments, "--lang", "en"],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert run("build").returncode == 0
    ids = [path.name for path in (tmp_path / "releases").iterdir() if path.is_dir()]
    arguments = shlex.split(command)[3:]
    if arguments[0] == "diff":  # takes two editions
        arguments = ["diff", *ids, *ids]
    given = [{"ID": ids[0], "DIR": str(tmp_path)}.get(word, word) for word in arguments]
    done = run(*given)
    if "--sources" in given:  # the documents are not part of the product: what counts is a clear answer
        assert "Traceback" not in done.stderr
        assert (
            done.stdout.count(" figures found") == 1
            or words.t("fault.no_sources", "en", folder=given[-1]) in done.stderr
        )
    else:
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", of("python -m board"))
def test_every_command_of_the_board_runs(command: str, releases: Path, tmp_path: Path) -> None:
    environment = os.environ | {"DUIBIAO_RELEASES": str(releases), "PYTHONPATH": str(ROOT)}
    typed = [sys.executable, *shlex.split(command)[1:]]
    done = subprocess.run(typed, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]


def test_every_environment_variable_is_in_the_readme_and_none_besides() -> None:
    read = set(re.findall(r"DUIBIAO_[A-Z_]+", (ROOT / "settings.py").read_text(encoding="utf-8")))
    for text in README.values():
        assert set(re.findall(r"^\| `(DUIBIAO_[A-Z_]+)`", text, re.MULTILINE)) == read


def test_the_map_shows_every_folder_and_nothing_that_is_not_there() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = {f"{path.split('/')[0]}/" for path in listed.splitlines() if "/" in path and not path.startswith(".")}
    for text in README.values():
        mapped = re.findall(r"^\| `((?!DUIBIAO)[\w.]+/?)` \|", text, re.MULTILINE)
        assert folders <= set(mapped)
        assert [name for name in mapped if not (ROOT / name).exists()] == []


def test_both_languages_tell_the_same() -> None:
    parts = [
        {
            "headings": len(re.findall(r"^## ", text, re.MULTILINE)),
            "commands": sorted(commands(text)),
            "blocks": [body for _, body in BLOCK.findall(text)],
            "items": len(re.findall(r"^(?:\* |\d\. )", text, re.MULTILINE)),
            "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
        }
        for text in README.values()
    ]
    assert parts[0] == parts[1]


@pytest.mark.parametrize("lang", README)
def test_every_link_and_picture_leads_somewhere(lang: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README[lang])
    assert targets
    assert [target for target in targets if not target.startswith("http") and not (ROOT / target).exists()] == []
