"""总览 Overview: what each headline family comes to, in sentences and strips, then what is far off and overdue."""

import streamlit as st

from board import cards, comparing, overdue, pictures, show, words
from board.brief_buttons import brief_buttons
from board.headlines import headlines
from board.looking import looking
from board.view import QUESTION_YEAR

now = looking()
families = headlines(now.edition, now.view.shared(), now.lang, now.today.year)
counts = now.ask("overview_counts", target_year=QUESTION_YEAR, as_of_year=now.today.year)
yielding = now.ask("yielding", with_repeats=False)
gaps = now.ask("largest_gaps", as_of_year=now.today.year, row_count=8)
late = now.ask("overdue", as_of_year=now.today.year, row_count=5)

if not families:
    st.info(now.say("overview.no_headline"))
st.html(cards.sentences([(family.name, family.said) for family in families]))
st.html(cards.counts(counts, [family.verdict for family in families], now.lang))
brief_buttons(now)

for pair in show.pairs([*families, None]):  # the legend stands where a sixth strip would
    for column, family in zip(st.columns(len(pair)), pair, strict=True):
        key = f"card_{family.family_id if family else 'legend'}"
        with column, st.container(border=True, height="stretch", key=key):
            if family is None:
                st.html(cards.legend(now.lang))
                continue
            st.html(cards.head(family.lanes, family.verdict, now.lang))
            is_wanted = show.strip(now, family.strip.svg(family.spoken), f"strip_{family.family_id}")
            if family.others:
                st.html(cards.others(family.others, now.lang))
            given_way = [row for row in yielding if row["axis"] == family.lanes[0]["headline_axis"]]
            if given_way:
                st.html(comparing.yielding(given_way, now.lang))
            ids = show.figure_ids(family.lanes, family.beside)
            show.evidence_button(now, ids, f"evidence_{family.family_id}")
            if is_wanted:
                show.picture(now, pictures.strip(family.lanes, family.beside, given_way, now.lang), ids)

st.header(now.say("overview.gaps"), anchor=False)
st.caption(now.say("overview.gaps_note", day=now.day(now.today)))
if gaps:
    st.html(cards.gaps(gaps, now.lang))
    show.evidence_button(now, show.figure_ids(gaps), "evidence_gaps")
else:
    st.info(now.say("overview.no_gaps"))

st.header(now.say("overdue.title"), anchor=False)
st.caption(now.say("overdue.note", day=now.day(now.today)))
if not late:
    st.info(now.say("overdue.none"))
by_city = overdue.by_city(late)
for column, own in zip(st.columns(len(by_city) or 1), by_city, strict=False):
    city_id, city = own[0]["city_id"], words.name(own[0], "city", now.lang)
    with column, st.container(border=True, height="stretch", key=f"card_overdue_{city_id}"):
        st.html(overdue.card(own, now.lang))
        show.way(now, "gaps", now.say("overdue.see", city=city), city=(city_id,))
