"""Screens without a browser: what a link opens, and what is shown there."""

import html
import re
from urllib.parse import parse_qs

from delivery import ROOT
from streamlit.testing.v1 import AppTest

FRAME = ROOT / "board" / "frame.py"


def opened(link: str, screen: str = "overview") -> AppTest:
    """A screen as it is after a link to it was opened."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    for name, values in parse_qs(link, keep_blank_values=True).items():
        app.query_params[name] = values
    app.run()
    return app.switch_page(str(ROOT / "pages" / f"{screen}.py")).run() if screen != "overview" else app


def markup(app: AppTest) -> str:
    """The HTML that a screen shows, all pieces in a row."""
    return "\n".join(pieces(app))


def pieces(app: AppTest) -> list[str]:
    """The pieces of HTML that a screen shows, in their order."""
    return [element.proto.body for element in app.get("html")]


def components(app: AppTest) -> list[str]:
    """What a screen gives to the parts that draw it (grids, cards, strips), in their order; not the links to copy."""
    return [element.proto.json for element in app.get("bidi_component") if element.proto.component_name != "copy_link"]


def notices(app: AppTest) -> list[str]:
    """What the screen says about its link, sentence by sentence."""
    boxes = re.findall(r"<div class='notice' role='status'>(.*?)</div>", markup(app), re.DOTALL)
    return [html.unescape(text) for box in boxes for text in re.findall(r"<p>(.*?)</p>", box, re.DOTALL)]
