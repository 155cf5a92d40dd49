"""The controls of a view: choices, search, chips, paging. Each shows the view and, when used, changes the URL."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from board import store, words
from board.codec import Problem
from board.links import notice
from board.looking import Looking, go
from board.resources import ONE_AT_A_TIME, USED
from board.view import PAGE_ROWS, ViewState, sorting

Left = Mapping[tuple[str, str], int]


def choose(
    now: Looking, field: str, options: Sequence[str], worded: Callable[[str], str], left: Left | None = None
) -> None:
    """A choice of any number of ids; none means all. `left` is how many rows each option leaves."""
    key = f"filter_{field}"
    st.session_state[key] = [str(value) for value in getattr(now.view, field)]
    st.multiselect(
        now.say(f"filter.{field}"), list(dict.fromkeys([*options, *st.session_state[key]])), key=key,
        format_func=lambda option: worded(option) + (f" ({left.get((field, option), 0)})" if left is not None else ""),
        label_visibility="collapsed", placeholder=now.say(f"filter.{field}_all"), select_all=False,
        on_change=changed, args=[now.view, field],
    )  # fmt: skip


def choose_one(now: Looking, field: str, options: Sequence[str], worded: Callable[[str], str]) -> None:
    """A choice of exactly one id: the first of the view, or of the options."""
    key = f"filter_{field}"
    st.session_state[key] = (list(getattr(now.view, field)) or list(options))[0]
    now.settle(**{field: (st.session_state[key],)})
    st.selectbox(
        now.say(f"filter.{field}"), options, key=key, format_func=worded, label_visibility="collapsed",
        placeholder=now.say(f"filter.{field}"), on_change=changed, args=[now.view, field],
    )  # fmt: skip


def search(now: Looking, hint: str = "filter.q_hint") -> None:
    """A search; `hint` says in what."""
    st.session_state["filter_q"] = now.view.q
    st.text_input(
        now.say("filter.q"), key="filter_q", placeholder=now.say(hint), label_visibility="collapsed",
        max_chars=100, on_change=changed, args=[now.view, "q"],
    )  # fmt: skip


def changed(view: ViewState, field: str) -> None:
    """Takes a filter's widget over into the view; what was open or paged to belongs to the old one."""
    value = st.session_state[f"filter_{field}"]
    if field == "year":
        value = tuple(int(year) for year in value)
    elif field != "q":
        value = (value,) if isinstance(value, str) else tuple(value)
    go(view.having(field, value))


def order(now: Looking, columns: Sequence[str], usual: str) -> None:
    """What the rows are sorted by, and which way."""
    if now.view.sort and now.view.sort.removeprefix("-") not in columns:
        notice(now, [Problem("unknown_value", "sort", now.view.sort)])
        now.view = replace(now.view, sort="")
    now.settle(sort=now.view.sort or f"-{usual}")
    column, is_descending = sorting(now.view, usual)
    st.session_state["filter_sort"] = column
    st.selectbox(
        now.say("filter.sort"), columns, key="filter_sort", label_visibility="collapsed",
        placeholder=now.say("filter.sort"),
        format_func=lambda name: now.say("filter.sorted_by", column=now.say(f"column.{name}")),
        on_change=lambda: go(now.view.having("sort", f"-{st.session_state['filter_sort']}")),
    )  # fmt: skip
    turned = now.view.having("sort", column if is_descending else f"-{column}")
    st.button(now.say("filter.falling" if is_descending else "filter.rising"), key="turn", on_click=go, args=[turned])


def on(now: Looking) -> str:
    """The names of the filters that are on and in use, to say which to loosen."""
    fields = [field for field in USED[now.screen] if field != "sort" and getattr(now.view, field)]
    return words.listed([now.say(f"filter.{field}") for field in fields], now.lang)


def chips(now: Looking) -> None:
    """A chip for each filter that has no control in the frame, and a way out of all of them."""
    idle = now.idle()
    own = [field for field in USED[now.screen] if field not in ("city", "family") and getattr(now.view, field)]
    with st.container(horizontal=True, key="chips", vertical_alignment="center"):
        for field in (field for field in (*own, *idle) if field != "sort"):
            value = getattr(now.view, field)
            text = value if field == "q" else words.listed([worded(now, field, str(one)) for one in value], now.lang)
            text = words.beside(text, now.say("filter.idle"), now.lang) if field in idle else text
            without = now.view.having(field, "" if field == "q" else ())
            st.button(
                words.labelled(now.say(f"filter.{field}"), f"{text} ✕", now.lang),
                key=f"chip_{field}",
                on_click=go,
                args=[without],
            )
        st.button(now.say("filter.reset"), key="reset", type="tertiary", on_click=go, args=[now.view.cleared()])


def aside(now: Looking) -> list[str]:
    """Of a view that holds more than the screen uses: what is shown instead, and where the rest counts."""
    said = []
    field = ONE_AT_A_TIME.get(now.screen, "")
    if len(values := getattr(now.view, field, ())) > 1:
        shown, *rest = (worded(now, field, value) for value in values)
        said.append(now.say("filter.one_at_a_time", shown=shown, others=words.listed(rest, now.lang)))
    for field in now.idle():
        screens = words.listed([now.say(f"screen.{name}") for name in now.pages if field in USED[name]], now.lang)
        key = "filter.idle_sort" if field == "sort" else "filter.idle_said"
        said.append(now.say(key, filter=now.say(f"filter.{field}"), screens=screens))
    return said


def worded(now: Looking, field: str, value: str) -> str:
    """An id of a filter as the reader calls it."""
    if field == "unit":
        return words.name(store.rows(now.edition, "unit_names", units=[value])[0], "unit", now.lang)
    if field in ("city", "family", "indicator"):
        names = {row["id"]: row for row in store.rows(now.edition, "ids") if row["field"] == field}
        return words.name(names[value], "name", now.lang)
    key = f"{field}.{value}"
    return now.say(key) if isinstance(words.entry(key, now.lang), str) else value


def rows_left(now: Looking) -> Left:
    """How many rows of Gaps each option of each filter leaves."""
    counted = now.ask("gap_options", as_of_year=now.today.year) + now.ask("gap_cities")
    return {(row["field"], row["option"]): row["row_count"] for row in counted}


def page_of(now: Looking, count: int) -> bool:
    """Says what of `count` rows is shown, and turns back to the last page where the link asks for one beyond it."""
    last = max(-(-count // PAGE_ROWS), 1)
    if now.view.page > last:
        notice(now, [Problem("page_gone", str(last), str(now.view.page))])
        now.view = replace(now.view, page=last)
    return last > 1


def pager(now: Looking, count: int) -> None:
    """Buttons to the page before and after, where there is more than one."""
    last = -(-count // PAGE_ROWS)
    for step, key in ((-1, "data.previous"), (1, "data.next")):
        page = now.view.page + step
        target = replace(now.view, page=page, row="")
        st.button(now.say(key), disabled=not 1 <= page <= last, on_click=go, args=[target], key=key)
