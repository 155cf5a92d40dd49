"""A brief -> one HTML page that needs nothing else: no script, no other file. Pure.

What must stand on every printed page is the head and the foot of one table around everything: browsers repeat these.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from board.brief import Brief, Card
from board.markup import around, element, table
from board.words import t

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
TAGS = {"zh": "zh-CN", "en": "en"}
# No script and no other address can run or load, whatever stands in the page.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"


@cache
def style() -> str:
    """The style sheet, kept to what browsers of 2016 know."""
    return (Path(__file__).parent / "brief.css").read_text(encoding="utf-8")


def page(brief: Brief, link: str, ways: Sequence[tuple[str, str]]) -> str:
    """The whole page; `link` is its edition link, `ways` lead elsewhere: what it says, and where to."""
    parts = [
        _ways(ways),
        element("h1", brief.title),
        around("p", [element("span", fact) for fact in brief.facts], "facts"),
        *([element("p", brief.banner, "problems")] if brief.banner else []),
        *([around("ul", [element("li", said) for said in brief.problems], "problems")] if brief.problems else []),
        _sentences(brief),
        around("div", [_count(*count) for count in brief.counts], "counts"),
        around("p", [element("span", sign) for sign in brief.marks], "legend"),
    ]
    body = [_marked("".join(parts), brief.lang), *(_card(card, brief) for card in brief.cards)]
    body.append(_marked("".join([*_lists(brief), _sources(brief)]), brief.lang))
    return _document(brief, link, around("main", body))


def _ways(ways: Sequence[tuple[str, str]]) -> str:
    return around("div", [element("a", said, href=address) for said, address in ways], "ways")


def message(said: str, lang: str, ways: Sequence[tuple[str, str]] = ()) -> str:
    """A page that says one thing, where there is nothing else to show."""
    head = f"<meta charset='utf-8'><meta name='viewport' content='width=device-width'><style>{style()}</style>"
    body = around("main", [element("p", said, "problems"), *([_ways(ways)] if ways else [])])
    return _html(f"{head}{element('title', said)}", body, lang)


def _document(brief: Brief, link: str, body: str) -> str:
    described = {
        "description": brief.description, "og:title": brief.title, "og:description": brief.description,
        "og:type": "article", "og:locale": TAGS[brief.lang].replace("-", "_"), "og:url": link,
    }  # fmt: skip
    metas = [
        element("meta", "", **{"property" if key.startswith("og:") else "name": key}, content=value)
        for key, value in described.items()
    ]
    head = ["<meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'>"]
    head += [meta.removesuffix("</meta>") for meta in metas]
    head += [element("title", brief.title), f"<style>{style()}</style>"]
    top = around("div", [element("b", brief.title), *(element("span", fact) for fact in brief.facts)])
    foot = [
        around("div", [element("b", brief.text("sources")), element("span", brief.refs, lang="zh-CN")]),
        around("div", [element("b", brief.text("link")), element("a", link, href=link)]),
    ]
    cell = [f"<{part}><tr><td>{inner}</td></tr></{part}>" for part, inner in _around(top, "".join(foot), body)]
    sheet = f"<table class='sheet' role='presentation'>{''.join(cell)}</table>"
    return _html("".join(head), sheet, brief.lang)


def _html(head: str, body: str, lang: str) -> str:
    return f"<!doctype html><html lang='{TAGS[lang]}'><head>{head}</head><body>{body}</body></html>"


def _around(top: str, foot: str, body: str) -> Sequence[tuple[str, str]]:
    return (("thead", top), ("tfoot", foot), ("tbody", body))


def _sentences(brief: Brief) -> str:
    if not brief.sentences:
        return element("p", brief.description)
    return around(
        "ul",
        [around("li", [element("b", head), " ", element("span", said)]) for head, said in brief.sentences],
        "sentences",
    )


def _count(label: str, big: str, of: str) -> str:
    return around("div", [element("span", label, "label"), element("span", big, "big"), " ", element("span", of, "of")])


def _card(card: Card, brief: Brief) -> str:
    """One family; it is never broken over two pages."""
    head = [
        element("h2", card.name),
        element("span", card.badge, f"verdict {card.verdict}"),
        element("span", card.filled, "filled"),
    ]
    texts = [element("h3", brief.text("compared")), _pairs(card.compared)]
    texts += [element("h3", brief.text("beside")), _pairs(card.beside)] if card.beside else []
    texts.append(element("p", f"{brief.text('figures')} {card.sources}", "refs"))
    above = around("div", head, "head") + element("p", card.said)
    return around(
        "section", [_marked(above, brief.lang), card.strip.svg(card.said), _marked("".join(texts), brief.lang)], "card"
    )


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    items = [
        around("li", [*([element("b", head), " "] if head else []), element("span", said)]) for head, said in pairs
    ]
    return around("ul", items)


def _lists(brief: Brief) -> list[str]:
    parts = [element("h2", t("overview.gaps", brief.lang)), element("p", brief.gaps_note, "note")]
    parts.append(
        table(brief.gaps.heads, brief.gaps.rows) if brief.gaps.rows else element("p", t("overview.no_gaps", brief.lang))
    )
    parts += [element("h2", t("overdue.title", brief.lang)), element("p", brief.overdue_note, "note")]
    for city, count, promises in brief.overdue:
        items = [element("li", promise) for promise in promises]
        parts.append(around("div", [element("h3", city), element("p", count, "note"), around("ul", items)], "due"))
    return parts


def _sources(brief: Brief) -> str:
    items = [
        around("li", [element("b", number), " ", element("span", printed, lang="zh-CN"), " ", element("span", about)])
        for number, printed, about in brief.sources
    ]
    return around("section", [element("h2", brief.text("sources")), around("ul", items, "sources")], "keep")


def _marked(html: str, lang: str) -> str:
    """On an English page, Chinese names and printed words are marked as Chinese."""
    if lang == "zh":
        return html
    return re.sub(
        r"(?<=>)[^<]+", lambda text: CHINESE.sub(lambda run: f"<span lang='zh-CN'>{run[0]}</span>", text[0]), html
    )
