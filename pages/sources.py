"""来源 Sources: documents, coverage, definitions, the method, and what was left out and why."""

import streamlit as st

from board import cards, frame, html, show, words

now = frame.looking()
lang = now.lang

st.subheader(now.say("sources.documents"), anchor=False)
documents = now.ask("documents")
heads = [
    now.say(f"column.{key}")
    for key in ("city", "document", "document_number", "publisher", "published_on", "tier", "figure_count", "held")
]
st.html(
    html.table(
        heads,
        [
            [
                words.name(row, "city", lang),
                row["title_zh"] if lang == "zh" else f"{row['title_zh']} ({row['title_en']})",
                row["document_number"] or now.say("sources.no_number"),
                row["publisher"] or "",
                row["published_on"] or "",
                now.say(f"tier.{row['tier']}"),
                words.number(row["figure_count"]),
                now.say("sources.held" if row["is_held"] else "sources.not_held"),
            ]
            for row in documents
        ],
    )
)

st.subheader(now.say("sources.coverage"), anchor=False)
st.caption(now.say("sources.coverage_note"))
covered = now.ask("coverage")
st.html(cards.coverage(covered, lang))
show.evidence_button(now, [row["figure_id"] for row in covered if row["figure_id"]], "evidence_coverage")

st.subheader(now.say("sources.definitions"), anchor=False)
definitions = now.ask("definitions")
if definitions:
    st.html(
        html.table(
            [now.say(f"column.{key}") for key in ("indicator", "meaning", "formula", "basis")],
            [
                [
                    words.name(row, "indicator", lang),
                    words.name(row, "meaning", lang),
                    words.name(row, "formula", lang) or now.say("evidence.no_formula"),
                    row["basis"] or "",
                ]
                for row in definitions
            ],
        )
    )
else:
    st.info(now.say("sources.no_definitions"))

st.subheader(now.say("sources.method"), anchor=False)
st.markdown(now.say("sources.method_text"))
st.subheader(now.say("sources.left_out"), anchor=False)
st.markdown(now.say("sources.left_out_text"))
