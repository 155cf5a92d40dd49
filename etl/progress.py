"""How far a command has come: a bar in a terminal, a plain line now and then elsewhere."""

import sys
import time
from types import TracebackType
from typing import Never, Self

from tqdm import tqdm

from board import words


class Steps:
    """Counts steps and shows them on standard error once the work takes more than a second."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._last = time.monotonic()
        self._done = 0
        self._bar: tqdm[Never] | None = tqdm(total=0, delay=1, leave=False) if sys.stderr.isatty() else None
        self._total = 0

    def expect(self, count: int) -> None:
        """`count` more steps will come."""
        self._total += count
        if self._bar is not None:
            self._bar.total = self._total

    def step(self, key: str, **values: object) -> None:
        """A step begins; `key` names its sentence."""
        self._done += 1
        text = words.t(f"step.{key}", self.lang, **values)
        if self._bar is not None:
            self._bar.set_description(text, refresh=False)
            self._bar.update()
        elif time.monotonic() - self._last > 1:
            self._last = time.monotonic()
            print(f"{self._done}/{self._total} {text}", file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.close()
