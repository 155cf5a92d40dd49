"""python -m etl build | check | verify | releases | rollback | diff"""

import argparse
import io
import itertools
import operator
import sys
from collections.abc import Callable
from pathlib import Path

import queries
import settings
from board import words
from etl import Fault, audit, publish, release, renew, verify
from etl.progress import Steps


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; 0 if it did what was asked, 1 if not."""
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--lang", choices=words.LANGUAGES, default=words.of_system())
    lang = first.parse_known_args(arguments)[0].lang
    options = _parser(lang).parse_args(arguments)
    try:
        return _COMMANDS[options.command](options, lang)
    except Fault as fault:
        print(*audit.told(fault, lang), sep="\n", file=sys.stderr)
    except KeyboardInterrupt:
        print(words.t("cli.stopped", lang), file=sys.stderr)
    return 1


def _parser(lang: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description=words.t("cli.about", lang))
    commands = parser.add_subparsers(dest="command", required=True, metavar=" | ".join(_COMMANDS))
    parsers = {name: commands.add_parser(name, help=words.t(f"cli.{name}", lang)) for name in _COMMANDS}
    for sub in (parser, *parsers.values()):
        sub.add_argument("--lang", choices=words.LANGUAGES, default=argparse.SUPPRESS, help=words.t("cli.lang", lang))
    for name in ("build", "check", "verify"):
        parsers[name].add_argument(
            "--data", type=Path, default=settings.data_folder(), metavar="DIR", help=words.t("cli.data", lang)
        )
    parsers["build"].add_argument("--drop", action="store_true", help=words.t("cli.drop", lang))
    parsers["check"].add_argument("files", nargs="*", type=Path, metavar="FILE", help=words.t("cli.files", lang))
    parsers["verify"].add_argument(
        "--sources", type=Path, required=True, metavar="DIR", help=words.t("cli.sources", lang)
    )
    parsers["rollback"].add_argument("id", metavar="ID", help=words.t("cli.id", lang))
    for name in ("earlier", "later"):
        parsers["diff"].add_argument(name, metavar="ID", help=words.t(f"cli.{name}", lang))
    return parser


def _build(options: argparse.Namespace, lang: str) -> int:
    with Steps(lang) as steps:
        folder = settings.releases_folder()
        done = publish.build(options.data, folder, steps, drop=options.drop, published_by=settings.published_by())
    rows = done.release.manifest()["rows"]
    counts = {"figures": rows["figure"], "indicators": rows["indicator"], "documents": rows["document"]}
    print(words.t(f"cli.{done.outcome}", lang, release_id=done.release.release_id, **counts))
    return 0


def _check(options: argparse.Namespace, lang: str) -> int:
    with Steps(lang) as steps:
        findings = audit.check(options.data, options.files, steps)
    if findings:
        print(*audit.listed(findings, lang), sep="\n", file=sys.stderr)
        return 1
    tables = len(list(options.data.glob("*.csv")))
    print(words.t("cli.check_passed", lang, tables=tables, rules=len(queries.names("checks"))))
    return 0


def _verify(options: argparse.Namespace, lang: str) -> int:
    with Steps(lang) as steps:
        report = verify.verify(options.data, options.sources, steps)
    for key, values in report.problems:
        print(words.t(f"cli.{key}", lang, **values), file=sys.stderr)
    if report.not_held:
        documents = ", ".join(report.not_held)
        print(words.t("cli.not_held", lang, count=sum(report.not_held.values()), documents=documents))
    print(words.t("cli.titles_verified", lang, **report.titles))
    print(words.t("cli.verified", lang, found=report.found, total=report.total))
    return 1 if report.problems else 0


def _releases(options: argparse.Namespace, lang: str) -> int:
    folder = settings.releases_folder()
    named = release.named(folder)
    editions = release.releases(folder)
    if not editions:
        print(words.t("cli.no_releases", lang, folder=folder))
    for edition in editions:
        manifest = edition.manifest()
        mark = "*" if edition.release_id == named else " "
        values = {"built_at": manifest["built_at"], "figures": manifest["rows"]["figure"]}
        print(words.t("cli.release_line", lang, mark=mark, release_id=edition.release_id, **values))
    release.current(folder)  # raises Fault if CURRENT names one that is gone
    return 0


def _rollback(options: argparse.Namespace, lang: str) -> int:
    _renew(lang)
    edition = publish.rollback(settings.releases_folder(), options.id)
    print(words.t("cli.rolled_back", lang, release_id=edition.release_id))
    return 0


def _diff(options: argparse.Namespace, lang: str) -> int:
    _renew(lang)
    rows = release.changes(_known(options.earlier), _known(options.later), MOST_CHANGES)
    if not rows:
        print(words.t("change.none", lang))
    for kind, group in itertools.groupby(rows, key=operator.itemgetter("kind")):
        own = list(group)
        print(words.t(f"change.{kind}", lang, count=own[0]["kind_count"]))
        print("\n".join("  " + words.labelled(*words.change(row, lang), lang) for row in own))
        if more := own[0]["kind_count"] - len(own):
            print(words.t("cli.diff_more", lang, count=more))
    return 0


def _renew(lang: str) -> None:
    """Makes editions of earlier versions readable; tells of those that cannot be."""
    with Steps(lang) as steps:
        unreadable = renew.renew(settings.releases_folder(), steps)
    for release_id in unreadable:
        print(words.t("fault.unreadable_edition", lang, release_id=release_id), file=sys.stderr)


def _known(name: str) -> release.Release:
    """The release of that name. Raises Fault where there is none."""
    found = release.find(settings.releases_folder(), name)
    if found is None:
        raise Fault("no_such_release", name=name)
    return found


_COMMANDS: dict[str, Callable[[argparse.Namespace, str], int]] = {
    "build": _build,
    "check": _check,
    "verify": _verify,
    "releases": _releases,
    "rollback": _rollback,
    "diff": _diff,
}
MOST_CHANGES = 1000

if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack a character that a name or a value has
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
