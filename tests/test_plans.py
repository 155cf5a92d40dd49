"""Plans: what a search finds, who answers, what else is on a desk, what others do; asked of the small delivery."""

from pathlib import Path
from typing import Any

import pytest
from delivery import SMALL, delivered, published, put

from board import matrix, plan, plans, store
from board.view import ViewState
from etl.release import Release


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The small delivery, published."""
    return published(SMALL, tmp_path_factory.mktemp("releases"))


def found(edition: Release, **view: Any) -> list[str]:
    """The ids of the tasks and projects that a view of Plans lists, in its order."""
    state = ViewState(**view)
    rows = store.rows(edition, "plans", state, desk=plans.desk_of(state), **plans.asked(state))
    return [row["plan_id"] for row in rows]


WAIT, CLOUD, STATIONS = "xuzhou.task.1", "xuzhou.task.2", "yancheng.project.1"


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        ({}, [WAIT, CLOUD, STATIONS]),
        ({"q": "等候"}, [WAIT]),
        ({"q": "wait"}, [WAIT]),
        ({"q": "上雲"}, [CLOUD]),
        ({"q": "基站"}, [STATIONS]),
        ({"q": "专栏1"}, [STATIONS]),
        ({"q": "市数据局"}, [STATIONS]),
        ({"q": "data bureau"}, [STATIONS]),
        ({"q": "云网"}, [CLOUD, STATIONS]),
        ({"q": "Cloud, network"}, [CLOUD, STATIONS]),
        ({"q": "2"}, [CLOUD]),
        ({"q": "第2项"}, [CLOUD]),
        ({"q": "nothing of the kind"}, []),
        ({"city": ("yancheng",)}, [STATIONS]),
        ({"theme": ("one_stop",)}, [WAIT]),
        ({"theme": ("cloud_network", "one_stop")}, [WAIT, CLOUD, STATIONS]),
        ({"unit": ("xuzhou.office",)}, [WAIT]),
        ({"unit": ("xuzhou.office", "yancheng.bureau")}, [WAIT, STATIONS]),
        ({"carried": ("figures",)}, [WAIT, STATIONS]),
        ({"carried": ("no_figures",)}, [CLOUD]),
        ({"family": ("waiting",)}, [WAIT]),
        ({"city": ("xuzhou",), "carried": ("figures",), "q": "wait"}, [WAIT]),
    ],
)
def test_a_search_and_the_filters_find_what_fits_all_of_them(
    edition: Release, view: dict[str, Any], ids: list[str]
) -> None:
    assert found(edition, **view) == ids


def test_a_title_printed_in_traditional_characters_is_found_in_simplified_ones(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    for table, old, new in (("task.csv", "加快上云", "加快政務云上雲"), ("project.csv", "建设基站", "建設基站")):
        path = data / table
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    edition = published(data, tmp_path / "releases")
    for asked, ids in (("政务云", [CLOUD]), ("政務雲", [CLOUD]), ("建设", [STATIONS]), ("建設", [STATIONS])):
        assert found(edition, q=asked) == ids


def options(edition: Release, **view: Any) -> dict[tuple[str, str], int]:
    """What each choice would leave."""
    state = ViewState(**view)
    rows = store.rows(edition, "plan_options", state, **plans.asked(state))
    return {(row["field"], row["option"]): row["row_count"] for row in rows}


def test_a_choice_says_what_it_would_leave_and_its_own_filter_does_not_count(edition: Release) -> None:
    left = options(edition, theme=("cloud_network",))
    assert left["all", "all"] == 2
    assert (left["theme", "cloud_network"], left["theme", "one_stop"]) == (2, 1)
    assert (left["carried", "figures"], left["carried", "no_figures"]) == (1, 1)
    assert left["unit", "yancheng.bureau"] == 1
    assert ("unit", "xuzhou.office") not in left


@pytest.mark.parametrize("view", [{}, {"carried": ("figures",)}, {"q": "云网"}, {"unit": ("yancheng.bureau",)}])
def test_a_cell_of_the_matrix_counts_what_its_link_lists(edition: Release, view: dict[str, Any]) -> None:
    rows = store.rows(edition, "plan_matrix", ViewState(**view), **plans.asked(ViewState(**view)))
    assert rows
    for row in rows:
        themes = (row["theme"],) if row["theme"] else ()
        listed = found(edition, **view, city=(row["city_id"],), theme=themes)
        assert len(listed) == row["cell_count"]
        if not row["theme"]:
            assert row["cell_count"] == row["plan_count"]


def test_a_choice_of_cities_or_themes_leaves_the_matrix_as_it_was(edition: Release) -> None:
    every, some = (
        store.rows(edition, "plan_matrix", view, **plans.asked(view))
        for view in (ViewState(), ViewState(city=("yancheng",), theme=("one_stop",)))
    )
    assert every == some


def test_a_city_that_has_nothing_of_what_is_searched_counts_none_but_is_no_part_of_a_desk(edition: Release) -> None:
    def cities(view: ViewState) -> dict[str, int]:
        rows = store.rows(edition, "plan_matrix", view, **plans.asked(view))
        return {row["city_id"]: row["cell_count"] for row in rows if not row["theme"]}

    assert cities(ViewState(q="基站")) == {"xuzhou": 0, "yancheng": 1}
    assert cities(ViewState(unit=("yancheng.bureau",))) == {"yancheng": 1}


def test_a_desk_lists_first_what_the_unit_leads_then_what_it_shares_then_what_it_supports(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    tasks = "".join(f"xuzhou.task.{n},xz-plan,xuzhou,{n},二,事项{n},Matter {n},2{n},,\n" for n in (3, 4))
    with (data / "task.csv").open("a", encoding="utf-8") as file:
        file.write(tasks)
    with (data / "task_theme.csv").open("a", encoding="utf-8") as file:
        file.write("xuzhou.task.3,,one_stop\nxuzhou.task.4,,one_stop\n")
    lines = ["xuzhou.task.1,,xuzhou.office,support,false", "xuzhou.task.3,,xuzhou.office,shared,true"]
    lines.append("xuzhou.task.4,,xuzhou.office,lead,false")
    with (data / "responsibility.csv").open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    edition = published(data, tmp_path / "releases")
    assert found(edition, unit=("xuzhou.office",)) == ["xuzhou.task.1", "xuzhou.task.4", "xuzhou.task.3"]
    (desk,) = store.rows(edition, "desk", unit="xuzhou.office")
    counts = [desk[f"{key}_count"] for key in ("lead", "shared", "support", "desk", "plan", "figure")]
    assert counts == [2, 1, 0, 3, 4, 1]
    others = store.rows(edition, "plan_neighbours", plan="xuzhou.task.1")
    assert [(row["plan_id"], row["kind"]) for row in others] == [("xuzhou.task.4", "lead"), ("xuzhou.task.3", "shared")]


def test_what_other_cities_do_about_the_same_theme_stands_beside_a_task_and_nothing_of_its_own_city(
    edition: Release,
) -> None:
    alike = {plan_id: store.rows(edition, "plan_alike", plan=plan_id) for plan_id in (WAIT, CLOUD, STATIONS)}
    assert [row["plan_id"] for row in alike[CLOUD]] == [STATIONS]
    assert [row["plan_id"] for row in alike[STATIONS]] == [CLOUD]
    assert alike[WAIT] == []


def opened(edition: Release, plan_id: str, lang: str = "zh", **view: Any) -> str:
    """A task or project as the screen opens it."""
    rows = store.rows(edition, "plan_named", plan=plan_id)
    (row,) = plans.together(
        rows, store.rows(edition, "plan_units", plans=[plan_id]), store.rows(edition, "plan_themes", plans=[plan_id])
    )
    figures = store.rows(edition, "plan_figures", plan=plan_id, as_of_year=2026)
    prints = store.rows(edition, "evidence", figures=[each["figure_id"] for each in figures])
    neighbours = store.rows(edition, "plan_neighbours", plan=plan_id)
    alike = store.rows(edition, "plan_alike", plan=plan_id)
    behind = plan.Behind(figures, prints, neighbours, alike)
    return plan.opened(row, behind, ViewState(row=plan_id, **view), lang)


def test_a_figure_of_a_task_stands_with_its_printed_words_place_and_status(edition: Release) -> None:
    html = opened(edition, WAIT)
    for said in ("“3天以内”", "等候天数", "2025 年结果未公布", "原文第 21 行", "《徐州规划》", "徐政〔2022〕1号"):
        assert said in html
    assert "gaps?row=xuzhou.waiting_days.target.2025" in html


def test_a_task_without_figures_or_units_says_so(edition: Release) -> None:
    html = opened(edition, CLOUD)
    for said in ("原文这一项没有写可计量的数字。", "原文未写责任单位", "注：文中未写责任单位"):
        assert said in html


def test_others_that_the_document_does_not_name_are_told(edition: Release) -> None:
    assert "等（原文未逐一列名）" in opened(edition, STATIONS)
    assert "等（原文未逐一列名）" not in opened(edition, WAIT)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_title_stays_as_printed_and_the_english_screen_says_it_too(edition: Release, lang: str) -> None:
    html = opened(edition, CLOUD, lang)
    assert "lang='zh'" in html
    assert "建设基站" in html
    assert ("Build stations" in html) == (lang == "en")


def test_a_link_of_an_open_task_keeps_edition_and_language_and_a_city_only_where_it_is_the_tasks_own() -> None:
    view = ViewState(v="3f9a1c20", lang="en", city=("yancheng",), theme=("data",), q="x", row="xuzhou.task.1")
    assert plans.outside(view, {"city_id": "xuzhou"}) == ViewState(v="3f9a1c20", lang="en")
    assert plans.outside(view, {"city_id": "yancheng"}) == ViewState(v="3f9a1c20", lang="en", city=("yancheng",))
    assert plans.opening(view, "xuzhou.task.1").row == ""
    assert plans.opening(view, "xuzhou.task.2").row == "xuzhou.task.2"


def test_a_chosen_cell_of_the_matrix_leads_back_to_all() -> None:
    row = {
        "city_id": "xuzhou",
        "city_zh": "徐州",
        "city_en": "Xuzhou",
        "plan_count": 9,
        "theme": "data",
        "cell_count": 4,
    }
    assert "plans?city=xuzhou&amp;theme=data'" in matrix.drawn([row], ViewState(), "zh")
    chosen = matrix.drawn([row], ViewState(city=("xuzhou",), theme=("data",)), "zh")
    assert "class='chosen' href='plans?'" in chosen
    assert matrix.drawn([], ViewState(), "zh") == ""


def test_what_a_document_prints_cannot_break_the_page() -> None:
    row = {"title_zh": "<b>甲</b>", "title_en": "<i>'A'</i>"}
    assert plans.title(row, "en") == (
        "<span class='printed-title' lang='zh'>&lt;b&gt;甲&lt;/b&gt;</span>"
        " <span class='translation'>&lt;i&gt;&#x27;A&#x27;&lt;/i&gt;</span>"
    )


def test_only_the_first_units_of_a_kind_are_named_in_the_list_and_the_rest_counted() -> None:
    units = [{"kind": "support", "short_names": f"市{n}局", "unit_zh": "", "unit_en": n} for n in "甲乙丙丁"]
    units.append({"kind": "lead", "short_names": None, "unit_zh": "徐州市政府", "unit_en": "Government"})
    assert plans.who(units, "zh") == "牵头：徐州市政府；配合：市甲局、市乙局、市丙局等 4 家"
    assert plans.who([], "zh") == "原文未写责任单位"


def test_a_figure_names_the_task_that_promises_it_and_who_answers_and_says_where_none_does(edition: Release) -> None:
    def named(figure: str, lang: str = "zh") -> str:
        rows = store.rows(edition, "plans_of_figures", figures=[figure])
        units = store.rows(edition, "plan_units", plans=[row["plan_id"] for row in rows])
        return plan.in_charge(plans.together(rows, units, []), ViewState(lang=lang), lang)

    html = named("xuzhou.waiting_days.target.2025", "en")
    for said in ("Task 1", ">缩短等候</a>", "Shorten the wait", "Leads: ", "plans?lang=en&amp;unit=xuzhou.office"):
        assert said in html
    assert "等（原文未逐一列名）" in named("yancheng.new_stations.commitment.2025")
    assert "文件未指明责任单位" in named("xuzhou.cloud_rate.target.2025")


def test_a_city_shows_its_plans_under_each_of_their_themes_and_says_where_it_has_none(edition: Release) -> None:
    rows = store.rows(edition, "plans", ViewState(city=("xuzhou",)), desk="", **plans.asked(ViewState()))
    ids = [row["plan_id"] for row in rows]
    units, themes = (store.rows(edition, name, plans=ids) for name in ("plan_units", "plan_themes"))
    html = plans.by_theme(plans.together(rows, units, themes), ViewState(city=("xuzhou",)), "zh")
    assert html.index("云网与算力") < html.index("加快上云") < html.index("政务服务") < html.index("缩短等候")
    assert "plans?city=xuzhou&amp;row=xuzhou.task.1" in html
    assert "没有这个城市的任务或项目" in plans.by_theme([], ViewState(), "zh")


def test_a_figure_that_a_task_prints_twice_is_one_of_its_figures(tmp_path: Path) -> None:
    data = delivered(tmp_path)
    put(data, "figure.csv:3:task_id", WAIT)
    put(data, "figure.csv:4:task_id", WAIT)
    edition = published(data, tmp_path / "releases")
    (row,) = store.rows(edition, "plan_named", plan=WAIT)
    assert row["figure_count"] == 2
    html = opened(edition, WAIT)
    assert html.count("class='carried'") == 3
    assert "重复印出，以另一处为准" in html
