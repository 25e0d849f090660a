"""Help is quick, and tells the same with click and without."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from kamergraaf.cli import HELP, VERBS
from kamergraaf.cli.group import group

RUN = [sys.executable, "-m", "kamergraaf"]


def test_help_is_the_same_with_click_and_without() -> None:
    direct = subprocess.run([*RUN, "--help"], capture_output=True, text=True, check=True).stdout
    assert direct == HELP
    assert CliRunner().invoke(group, ["--help"]).output == HELP


def test_help_imports_neither_click_nor_anything_heavy() -> None:
    code = (
        "import sys; sys.argv = ['kamergraaf', '--help'];"
        "from kamergraaf.cli import main; main();"
        "print([m for m in ('click', 'rdflib', 'pyoxigraph', 'pyshacl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_explains_itself(verb: str) -> None:
    result = CliRunner().invoke(group, [verb, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: group {verb}")


def test_no_verb_imports_the_slow_libraries_to_show_its_help() -> None:
    code = (
        "import sys, click.testing\nfrom kamergraaf.cli import VERBS\n"
        "from kamergraaf.cli.group import group\n"
        "for verb in VERBS:\n    click.testing.CliRunner().invoke(group, [verb, '--help'])\n"
        "print([m for m in ('rdflib', 'pyshacl', 'owlready2', 'SPARQLWrapper') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_misspelt_verb_is_answered_with_the_nearest() -> None:
    result = CliRunner().invoke(group, ["biuld"])
    assert result.exit_code == 2
    assert "Did you mean 'build'?" in result.output
