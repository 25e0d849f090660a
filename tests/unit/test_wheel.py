"""What people install is what is tested: the wheel, in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*words: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(w) for w in words], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=root)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_ontology_shapes_queries_and_letters(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ontology", "shapes", "queries", "letters"):
        for path in (root / folder).rglob("*"):
            if path.is_file():
                assert f"kamergraaf/data/{path.relative_to(root)}" in names


def test_the_demo_runs_from_the_wheel_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "env"
    venv.create(place, with_pip=True)
    folder = place / ("Scripts" if sys.platform == "win32" else "bin")
    run(folder / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    told = run(folder / "kamergraaf", "demo", "-o", "letter.trig", cwd=tmp_path)
    assert "28." in told
    assert (tmp_path / "letter.trig").stat().st_size > 10_000
    run(folder / "kamergraaf", "validate", "letter.trig", cwd=tmp_path)
