"""The scoring tool beside which ours is measured, and a desk to read at."""

from __future__ import annotations

import importlib.util
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from kamergraaf import pipeline
from kamergraaf.evaluate.reading import Desk
from kamergraaf.evaluate.run import Read

SCORES = Path(__file__).resolve().parents[2] / "scores"

LETTER = """De voorzitter van de Tweede Kamer der Staten-Generaal

Datum 3 maart 2025
Betreft Meldpunt voor drones

Geachte voorzitter,

Het kabinet zet zich in voor een veilige haven. De politie heeft op 1 februari 2025 een meldpunt
voor drones ingericht, samen met de gemeente Rotterdam. Ik verwijs naar Kamerstukken II 2023/24,
28 684, nr. 755.

De minister van Justitie en Veiligheid,
A. Voorbeeld
"""


@pytest.fixture(scope="session")
def tool() -> ModuleType:
    """The scoring tool, as a module."""
    spec = importlib.util.spec_from_file_location("score_tool", SCORES / "tools" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk(pipeline.vocabulary())


@pytest.fixture(scope="session")
def read() -> Read:
    return partial(pipeline.read_letter, lexicon=pipeline.vocabulary().lexicon())


@pytest.fixture(scope="session")
def sources(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sources of our own annotations are relative to."""
    made = tmp_path_factory.mktemp("sources")
    (made / "letters").symlink_to(root / "letters")
    (made / "corpus").symlink_to(SCORES / "documents" / "corpus")
    return made


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with one letter, ``meldpunt.txt``."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "meldpunt.txt").write_text(LETTER, "utf-8")
    return folder
