"""python -m board brief: the brief as a PDF file. Exit status 0 or 1."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import settings
from board import brief_pdf, briefing, words
from board.words import t
from etl import Fault


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name."""
    lang = words.of_system()
    options = _parser(lang).parse_args(arguments)
    lang = options.lang or lang
    given = {"v": options.v, "city": options.city, "family": options.family, "lang": lang}
    try:
        edition, view, problems = briefing.asked({key: [value] for key, value in given.items() if value})
        made = briefing.made(edition, view, problems, lang)
        if made.problems:
            return _failed("\n".join(made.problems))
        file = brief_pdf.write(made, _address() + briefing.link(edition, view, lang), settings.fonts_folder())
    except Fault as fault:
        return _failed(t(f"fault.{fault.key}", lang, **fault.values))
    except brief_pdf.NoChineseFont:
        return _failed(t("brief.no_font", lang))
    try:
        options.output.write_bytes(file)
    except OSError as error:
        return _failed(t("brief.cannot_write", lang, file=options.output, reason=error.strerror or error))
    print(t("brief.written", lang, file=options.output, release=edition.release_id))
    return 0


def _parser(lang: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m board")
    command = parser.add_subparsers(required=True, metavar="brief").add_parser("brief", help=t("brief.about", lang))
    command.add_argument("-o", "--output", type=Path, default=Path("brief.pdf"), help=t("brief.output", lang))
    command.add_argument("--lang", choices=words.LANGUAGES, help=t("brief.lang", lang))
    command.add_argument("--city", help=t("brief.city", lang))
    command.add_argument("--family", help=t("brief.family", lang))
    command.add_argument("--v", metavar="EDITION", help=t("brief.edition", lang))
    return parser


def _address() -> str:
    return settings.address() or "http://localhost:8501/"


def _failed(said: str) -> int:
    print(said, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
