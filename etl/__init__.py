"""From the tables in data/ to a release: load, audit, publish. `python -m etl --help`."""


class Fault(Exception):
    """An expected fault: `key` names the sentence in the locale files, `values` fill it."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values
