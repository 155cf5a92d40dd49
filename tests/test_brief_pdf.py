"""The brief as PDF: the same sentences as real text on A4, and a clear word where a machine has no Chinese font."""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from briefs import ask, page, read
from pypdf import PdfReader

from board import brief_pdf, words

ROOT = Path(__file__).parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def published(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIBIAO_RELEASES", str(releases))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `python -m board` as a person types it, with other variables where they are given."""

    def typed(arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "board", *shlex.split(arguments)]
        environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return typed


def text_of(file: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def bare(text: str) -> str:
    """A text without any blanks: where lines break, a PDF has none."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_pdf_says_the_same_as_the_page(lang: str) -> None:
    html = page(f"lang={lang}")
    answer = ask(f"lang={lang}", name="brief.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    text = bare(text_of(bytes(answer.body)))
    pieces = re.findall(r"<(?:li|h1|h2|td)\b[^>]*>(.*?)</(?:li|h1|h2|td)>", html.split("<main>")[1], re.DOTALL)
    assert len(pieces) > 100
    assert [piece for piece in pieces if bare(read(f"<p>{piece}</p>")) not in text] == []
    labels = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", html)
    assert len(labels) > 15
    assert [label for label in labels if bare(read(f"<p>{label}</p>")) not in text] == []


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_page_is_a4_and_carries_filters_edition_day_link_and_sources(lang: str) -> None:
    reader = PdfReader(io.BytesIO(bytes(ask(f"lang={lang}&city=xuzhou,yancheng", name="brief.pdf").body)))
    assert 2 <= len(reader.pages) <= 6
    html = read(page(f"lang={lang}&city=xuzhou,yancheng"))
    edition = re.findall(r"\d{8}-[0-9a-f]{8}", html)[0]
    for number, sheet in enumerate(reader.pages, start=1):
        width, height = (float(side) * 25.4 / 72 for side in sheet.mediabox[2:])
        assert (round(width), round(height)) == (210, 297)
        text = bare(sheet.extract_text())
        for said in (edition, f"brief?v={edition[-8:]}&lang={lang}&city=xuzhou,yancheng", "徐政办发〔2022〕92号"):
            assert said in text
        assert {"zh": "城市：徐州、盐城", "en": "City:Xuzhou,Yancheng"}[lang] in text
        assert bare(words.t("brief.page", lang, page=number, pages=len(reader.pages))) in text
    assert reader.metadata is not None
    assert reader.metadata.title == words.t(
        "brief.title", lang, cities={"zh": "徐州、盐城", "en": "Xuzhou, Yancheng"}[lang]
    )


def test_no_card_is_broken_over_two_pages() -> None:
    pages = [bare(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(bytes(ask(name="brief.pdf").body))).pages]
    cards = re.findall(r"<section class='card'>(.*?)</section>", page(), re.DOTALL)
    assert len(cards) == 5
    for card in cards:
        pieces = [bare(read(f"<p>{piece}</p>")) for piece in re.findall(r"<li>(.*?)</li>", card)]
        assert any(all(piece in text for piece in pieces) for text in pages)


def test_only_the_glyphs_that_are_used_are_embedded() -> None:
    file = bytes(ask(name="brief.pdf").body)
    assert len(file) < 500_000
    fonts = {
        str(font.get_object()["/BaseFont"])
        for sheet in PdfReader(io.BytesIO(file)).pages
        for font in sheet["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert fonts
    assert all(re.match(r"/[A-Z]{6}\+", font) for font in fonts)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_command_writes_the_pdf_and_says_so(lang: str, run: Run, tmp_path: Path) -> None:
    done = run(f"brief --lang {lang} --city xuzhou --family data_sharing -o brief.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert "brief.pdf" in done.stdout
    text = bare(text_of((tmp_path / "brief.pdf").read_bytes()))
    assert {"zh": "2021年93%", "en": "93%in2021"}[lang] in text
    digits = re.findall(r"-([0-9a-f]{8})", done.stdout)[0]
    assert f"http://localhost:8501/brief?v={digits}&lang={lang}&city=xuzhou" in text


def test_a_machine_without_a_chinese_font_says_which_package_to_install(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "fonts"
    empty.mkdir()
    done = run("brief --lang en -o brief.pdf", DUIBIAO_FONTS=str(empty))
    assert done.returncode == 1
    assert "fonts-noto-cjk" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "brief.pdf").exists()


def test_the_server_says_it_too_and_finds_a_font_once_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIBIAO_FONTS", str(tmp_path))
    answer = ask("lang=zh", name="brief.pdf")
    assert answer.status_code == 503
    assert "fonts-noto-cjk" in read(bytes(answer.body).decode())
    assert not brief_pdf.can_write(tmp_path)
    _, family = brief_pdf.fonts(None)
    own = subprocess.run(["fc-match", "-f", "%{file}", family], capture_output=True, text=True, check=True).stdout
    (tmp_path / Path(own).name).symlink_to(own)
    assert ask("lang=zh", name="brief.pdf").status_code == 200


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--city atlantis", "city=atlantis"),
        ("--v 00000000", "00000000"),
        ("--family x,y", "family=x"),
        ("-o no/brief.pdf", "no/brief.pdf"),
    ],
)
def test_the_command_refuses_what_it_cannot_use(arguments: str, said: str, run: Run, tmp_path: Path) -> None:
    done = run(f"brief --lang en {arguments}")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_a_release_the_command_says_what_to_type(run: Run, tmp_path: Path) -> None:
    done = run("brief --lang en", DUIBIAO_RELEASES=str(tmp_path))
    assert done.returncode == 1
    assert "python -m etl build" in done.stderr


def test_texts_are_set_as_they_are_whatever_signs_they_hold() -> None:
    text = text_of(bytes(ask("lang=en&city=%23panic()*b*$x$%3Cb%3E_y_&theme=data", name="brief.pdf").body))
    assert "#panic()*b*$x$<b>_y_" in text
    assert "these of the link were not used: Theme" in " ".join(text.split())
