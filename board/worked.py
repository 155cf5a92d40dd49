"""A row of Gaps -> how each of its numbers was computed, with the numbers put into the formula. Pure."""

from typing import Any

from board.gaps import derived
from board.words import number, t

Row = dict[str, Any]
Line = tuple[str, str]


def worked(row: Row, lang: str) -> list[Line]:
    """The name of each derived number, and its formula with the numbers in it."""
    lines = []
    if row["gap"] is not None:
        lines += _gap(row, lang)
    if row["share_travelled"] is not None:
        lines += _way(row, lang)
    if row["needed_pace"] is not None:
        lines.append(_needed(row, lang))
    if row["observed_pace"] is not None:
        way = f"({_n(row['result_value'])} − {_n(row['baseline_value'])})"
        span = f"({row['result_year']} − {row['baseline_year']})"
        lines.append(("observed_pace", f"{way} ÷ {span} {_is(row, 'observed_pace', lang)}"))
    if row["value_at_target"] is not None:
        years = f"({row['target_year']} − {row['result_year']})"
        way = f"{_n(row['result_value'])} + {_n(row['observed_pace'])} × {years}"
        lines.append(("value_at_target", f"{way} {_is(row, 'value_at_target', lang)}"))
    return [(t(f"column.{key}", lang), text) for key, text in lines]


def standing(row: Row) -> str:
    """What a gap is measured from: the judged result, else the baseline."""
    return "baseline" if row["result_value"] is None else "result"


def _gap(row: Row, lang: str) -> list[Line]:
    now, goal = row[f"{standing(row)}_value"], row["target_value"]
    first, second = (goal, now) if row["direction"] == "higher" else (now, goal)
    said = t(f"gaps.from_{standing(row)}", lang)
    lines = [("gap", f"{_n(first)} − {_n(second)} {_is(row, 'gap', lang)}{said}")]
    if row["gap_share"] is not None:
        lines.append(("gap_share", f"{_n(row['gap'])} ÷ {_n(abs(goal))} {_is(row, 'gap_share', lang)}"))
    return lines


def _way(row: Row, lang: str) -> list[Line]:
    base, goal = row["baseline_value"], row["target_value"]
    way = f"({_n(row['result_value'])} − {_n(base)}) ÷ ({_n(goal)} − {_n(base)})"
    years = f"({min(row['result_year'], row['target_year'])} − {row['baseline_year']})"
    span = f"({row['target_year']} − {row['baseline_year']})"
    ratio = f"{number(row['share_travelled'], 3)} ÷ {number(row['time_used'], 3)}"
    return [
        ("share_travelled", f"{way} {_is(row, 'share_travelled', lang)}"),
        ("time_used", f"{years} ÷ {span} {_is(row, 'time_used', lang)}"),
        ("pace_ratio", f"{ratio} = {number(row['pace_ratio'])}"),
    ]


def _needed(row: Row, lang: str) -> Line:
    now = f"({_n(row['target_value'])} − {_n(row[f'{standing(row)}_value'])})"
    span = f"({row['target_year']} − {row[f'{standing(row)}_year']})"
    key = "implied_pace" if row["is_target_over"] else "needed_pace"
    return key, f"{now} ÷ {span} {_is(row, 'needed_pace', lang)}"


def _is(row: Row, column: str, lang: str) -> str:
    """What a formula comes to; ≈ where the number shown is rounded."""
    digits = 3 if column in ("gap_share", "share_travelled", "time_used") else 2
    is_exact = abs(row[column] - round(row[column], digits)) <= 1e-9 * max(1.0, abs(row[column]))
    said = derived(row, column, lang)
    said = t("gaps.a_year", lang, pace=said) if column.endswith("_pace") else said
    return f"{'=' if is_exact else '≈'} {said}"


def _n(value: float) -> str:
    return number(value, 6)
