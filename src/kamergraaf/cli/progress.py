"""How far a long build is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from kamergraaf.pipeline import Step

_WIDTH = 24
_DRAWN = 0.1
"""Seconds between two drawings of the bar."""

_LINE = 10.0
"""Seconds between two lines where there is no terminal."""


class Progress:
    """Tells the steps of a build on ``stream``, problems each in a line of its own.

    ``clock`` gives seconds.
    """

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._bar = self._stream.isatty()
        self._clock = clock
        self._began = self._last = clock()
        self._drawn = 0

    def __call__(self, step: Step) -> None:
        """Tell one step."""
        if step.message:
            self._clear()
            self._stream.write(f"kamergraaf: {step.message}\n")
        now = self._clock()
        if now - self._last >= (_DRAWN if self._bar else _LINE):
            self._last = now
            text = self._text(step, now - self._began)
            if self._bar:
                self._draw(f"{_filled(step.number, step.total)} {text}")
            else:
                self._stream.write(text + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Take the bar away."""
        self._clear()
        self._stream.flush()

    @staticmethod
    def _text(step: Step, seconds: float) -> str:
        """How far, how fast, and how long it still takes at that rate."""
        rate = step.number / seconds if seconds > 0 else 0.0
        left = (step.total - step.number) / rate if rate else 0.0
        return f"{step.number} of {step.total} letters, {rate:.1f} per second, {_time(left)} left"

    def _draw(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._drawn))
        self._drawn = len(text)

    def _clear(self) -> None:
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._drawn = 0


def _filled(number: int, total: int) -> str:
    full = _WIDTH * number // total
    return f"[{'#' * full}{'.' * (_WIDTH - full)}]"


def _time(seconds: float) -> str:
    """Hours, minutes and seconds: ``1:02:03`` or ``0:05``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
