"""Fixtures that several test folders share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def shared_folder() -> Path | None:
    """Where the reference material lies beside a checkout, or None on a machine without it.

    ``KAMERGRAAF_SHARED`` names another place.
    """
    named = os.environ.get("KAMERGRAAF_SHARED")
    found = Path(named) if named else ROOT.parent / "shared"
    return found if found.is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material (corpus, standards, registers), which is no part of the project.

    A test that needs it skips on a machine without it; where it lies, it must be whole.
    """
    found = shared_folder()
    if found is None:
        pytest.skip("the reference material is not on this machine (KAMERGRAAF_SHARED)")
    missing = [
        name for name in ("corpus", "gold", "registers", "standards") if not (found / name).is_dir()
    ]
    assert not missing, f"{found} lacks {missing}"
    return found


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample(root: Path) -> Path:
    """The sample letter."""
    return next((root / "letters").glob("*.txt"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))
