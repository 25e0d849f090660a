"""What several comparisons share: graphs are built once a session."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from equal import sides


@pytest.fixture(scope="session", autouse=True)
def _quiet() -> Iterator[None]:
    """rdflib writes a traceback for each ill-formed literal, and there are many on purpose."""
    logger = logging.getLogger("rdflib.term")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(before)


@pytest.fixture(scope="session")
def own_shapes(root: Path) -> list[sides.Triple]:
    """The toolkit's shapes."""
    return sides.read(*sorted((root / "shapes").glob("*.ttl")))
