"""What is being looked at: the fields of every screen's state, and what each may hold. Pure."""

from dataclasses import dataclass, replace

ROLES = ("baseline", "actual", "target", "commitment")
STATUSES = ("met", "missed", "on_track", "behind", "far_behind", "moving_away", "not_assessable")
BINDINGS = ("binding", "expected")
CARRIED = ("figures", "no_figures")
THEMES = (
    "cloud_network", "data", "one_stop", "governance", "society", "industry", "digital_economy", "data_market",
    "security", "talent",
)  # fmt: skip
PAGE_ROWS = 200
QUESTION_YEAR = 2025


@dataclass(frozen=True)
class ViewState:
    """The state of a screen. An empty filter means all; the first city is the reader's own."""

    v: str = ""
    lang: str = ""
    city: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    binding: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    q: str = ""
    sort: str = ""
    page: int = 1
    row: str = ""
    assume: tuple[tuple[str, float], ...] = ()

    def parameters(self) -> dict[str, str | int | bool | tuple[str, ...] | tuple[int, ...]]:
        """The filters under the names that questions use for them."""
        return {
            "all_cities": not self.city, "cities": self.city,
            "all_families": not self.family, "families": self.family,
            "all_indicators": not self.indicator, "indicators": self.indicator,
            "all_themes": not self.theme, "themes": self.theme,
            "all_bindings": not self.binding, "bindings": self.binding,
            "all_statuses": not self.status, "statuses": self.status,
            "all_roles": not self.role, "roles": self.role,
            "all_units": not self.unit, "units": self.unit,
            "all_carried": not self.carried, "carried": self.carried,
            "all_years": not self.year, "years": self.year,
            "search": self.q.strip(), "is_english": self.lang == "en",
            "row_count": PAGE_ROWS, "first_row": (self.page - 1) * PAGE_ROWS,
        }  # fmt: skip

    def having(self, field: str, value: object) -> "ViewState":
        """The same view with one filter set; what was open or paged to belonged to the old one."""
        return ViewState(**{**self.__dict__, field: value, "page": 1, "row": ""})

    def shared(self) -> "ViewState":
        """What goes along to another screen: edition, language, cities, families."""
        return ViewState(v=self.v, lang=self.lang, city=self.city, family=self.family)

    def cleared(self) -> "ViewState":
        """The same edition and language without any filter."""
        return ViewState(v=self.v, lang=self.lang)

    def is_about_targets(self) -> bool:
        """Whether a filter is set that only a target can pass."""
        return bool(self.binding or self.status or self.year)

    def is_filtered(self) -> bool:
        """Whether anything but edition, language and page is set."""
        return replace(self, page=1, sort="", row="", assume=()) != self.cleared()


def sorting(view: ViewState, usual: str) -> tuple[str, bool]:
    """The column to sort by and whether from the largest; a minus sign before the name means from the largest."""
    sort = view.sort or f"-{usual}"
    return sort.removeprefix("-"), sort.startswith("-")
