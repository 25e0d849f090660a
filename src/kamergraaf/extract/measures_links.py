"""How measures hang together with motions, papers and each other."""

from __future__ import annotations

from kamergraaf.extract.analysis import Analysis


def write(analysis: Analysis) -> None:
    """Write what a measure fulfils, is documented in and is part of."""
