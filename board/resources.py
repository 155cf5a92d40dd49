"""What the API gives: resources, their filters and their formats; and which of these filters each screen uses. Pure."""

from dataclasses import dataclass

COMMON = ("v", "lang")
FILES = ("json", "csv", "parquet", "xlsx")
ROWS = ("json", "csv")


@dataclass(frozen=True)
class Resource:
    """What can be asked for: its name, the question that answers it, its screen, its filters, its formats."""

    name: str
    question: str
    screen: str
    fields: tuple[str, ...]
    formats: tuple[str, ...] = ROWS
    rows: str = ""  # the resource that gives a workbook's rows to programs, where it is another

    def parameters(self, suffix: str) -> tuple[str, ...]:
        """The parameters that an address may carry; pages are for JSON, the other formats are whole."""
        return (*COMMON, *self.fields, *(("page",) if suffix == "json" else ()))


RESOURCES = {
    resource.name: resource
    for resource in (
        Resource(
            "figures", "figures", "data",
            ("city", "family", "indicator", "theme", "binding", "role", "year", "q"), FILES,
        ),
        Resource(
            "progress", "gaps", "gaps",
            ("city", "family", "indicator", "theme", "binding", "status", "year", "q", "sort"), FILES,
        ),
        Resource("plans", "plans", "plans", ("city", "family", "theme", "unit", "carried", "q"), FILES),
        Resource("responsibilities", "responsibilities", "plans", ("city", "unit")),
        Resource("comparison", "comparison", "compare", ("city", "family", "indicator", "role", "year")),
        Resource("compare", "compare_figures", "compare", ("city", "family"), ("xlsx",), "comparison"),
        Resource("city", "city_indicators", "city", ("city", "family", "indicator"), ("xlsx",), "progress"),
        Resource("coverage", "coverage", "sources", ("city", "family")),
        Resource("indicators", "indicators", "sources", ("family", "indicator", "theme", "q")),
        Resource("documents", "documents", "sources", ("city",)),
    )
}  # fmt: skip

# which fields of a link each screen uses: those of its workbook; the others are told, and go along to other screens
USED = {resource.screen: resource.fields for resource in RESOURCES.values() if "xlsx" in resource.formats}
USED |= dict.fromkeys(("overview", "sources"), ("city", "family"))
ONE_AT_A_TIME = {"city": "city", "compare": "family"}  # the field of which a screen shows the first value alone
