"""The live formulas of the workbook's Gaps: the marts' rules in the language of a sheet. Pure.

`{name}` stands for the cell of that column in the same row, `{word.key}` for a word of the reader's language.
"""

import re
from collections.abc import Mapping

from board.words import t

TABLE = "Gaps"
AS_OF = "as_of"

_SIGN = 'IF({direction}="{word.direction.lower}",-1,1)'
_VALUE = "IF(ISNUMBER({result_value}),{result_value},{baseline_value})"
_YEAR = "IF(ISNUMBER({result_value}),{result_year},{baseline_year})"
_HAS_VALUE = "OR(ISNUMBER({result_value}),ISNUMBER({baseline_value}))"
_STRICT = (
    'AND(OR({target_comparator}="{word.qualifier.gt}",{target_comparator}="{word.qualifier.lt}"),'
    "{result_comparator}<>{target_comparator})"
)
_BEYOND = f"{_SIGN}*({_VALUE}-{{target_value}})"
_CLOSE = f"1E-9*MAX(ABS({_VALUE}),ABS({{target_value}}))"
_ENOUGH = f"IF({_STRICT},{_BEYOND}>{_CLOSE},{_BEYOND}>=-{_CLOSE})"
_WAY = (
    f"{_SIGN}*({{target_value}}-{{baseline_value}})>"
    "1E-9*MAX(ABS({target_value}),ABS({baseline_value}))"
)  # fmt: skip
_LATER = "AND(ISNUMBER({result_value}),ISNUMBER({baseline_value}),N({result_year})>N({baseline_year}))"

FORMULAS = {
    "gap": f'IF(AND(ISNUMBER({{target_value}}),{_HAS_VALUE}),{_SIGN}*({{target_value}}-{_VALUE}),"")',
    "gap_share": 'IF(ISNUMBER({gap}),IF({target_value}=0,"",{gap}/ABS({target_value})),"")',
    "share_travelled": (
        f"IF(AND(ISNUMBER({{target_value}}),{_LATER}),IF({_WAY},"
        '({result_value}-{baseline_value})/({target_value}-{baseline_value}),""),"")'
    ),
    "time_used": (
        "IF(ISNUMBER({share_travelled}),"
        '(MIN({result_year},{target_year})-{baseline_year})/({target_year}-{baseline_year}),"")'
    ),
    "pace_ratio": 'IF(ISNUMBER({share_travelled}),{share_travelled}/{time_used},"")',
    "needed_pace": (
        f'IF(AND({{scope}}="{{word.scope.stock}}",ISNUMBER({{target_value}}),{_HAS_VALUE}),'
        f"IF(AND({_YEAR}<{{target_year}},NOT({_ENOUGH})),"
        f'({{target_value}}-{_VALUE})/({{target_year}}-{_YEAR}),""),"")'
    ),
    "observed_pace": (
        f'IF({_LATER},({{result_value}}-{{baseline_value}})/({{result_year}}-{{baseline_year}}),"")'
    ),
    "status": (
        'IF(AND(ISNUMBER({target_value}),ISNUMBER({result_value})),'
        f'IF({_ENOUGH},"{{word.status.met}}",IF(N({{result_year}})>={{target_year}},"{{word.status.missed}}",'
        'IF(ISNUMBER({pace_ratio}),IF({pace_ratio}>=0.95*(1-1E-9),"{word.status.on_track}",'
        'IF({pace_ratio}>=0.6*(1-1E-9),"{word.status.behind}",IF({pace_ratio}>=-1E-9,"{word.status.far_behind}",'
        '"{word.status.moving_away}"))),"{word.status.not_assessable}"))),"{word.status.not_assessable}")'
    ),
    "reason": (
        'IF({status}<>"{word.status.not_assessable}","",IF(NOT(ISNUMBER({target_year})),"{word.reason.no_target}",'
        'IF(NOT(ISNUMBER({target_value})),"{word.reason.qualitative}",'
        f"IF(NOT(ISNUMBER({{result_value}})),IF({{target_year}}<YEAR({AS_OF}),{{overdue}},"
        'IF({scope}="{word.scope.stock}","{word.reason.no_result}","{word.reason.no_result_for_the_period}")),'
        'IF(NOT(ISNUMBER({baseline_value})),"{word.reason.no_baseline}",'
        '"{word.reason.target_not_beyond_baseline}")))))'
    ),
    "overdue": (
        f"IF(AND(ISNUMBER({{target_year}}),N({{target_year}})<YEAR({AS_OF})),"
        'IF(AND(ISNUMBER({result_year}),N({result_year})>={target_year}),"","{word.gaps.overdue}"),"")'
    ),
}  # fmt: skip


def written(heads: Mapping[str, str], lang: str, table: str = TABLE) -> dict[str, str]:
    """The formulas of a table's columns with their heads and the words of the language in them, by column id."""
    before, after = t("reason.overdue", lang, year="\n").split("\n")
    overdue = "&".join(part for part in (_text(before), "{target_year}", _text(after)) if part)

    def filled(match: re.Match[str]) -> str:
        name = match[1]
        return (
            t(name.removeprefix("word."), lang) if name.startswith("word.") else f"{table}[[#This Row],[{heads[name]}]]"
        )

    return {
        column: re.sub(r"\{([a-z_.]+)\}", filled, formula.replace("{overdue}", overdue))
        for column, formula in FORMULAS.items()
        if column in heads
    }


def _text(text: str) -> str:
    return f'"{text}"' if text else ""
