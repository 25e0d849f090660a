"""Thin click verbs, one file per verb; a verb's module is imported when it is called.

``kamergraaf --help`` is answered from this module alone: importing click costs more than twice what
starting Python does.
"""

from __future__ import annotations

import contextlib
import sys

VERBS: dict[str, str] = {
    "annotate-template": "Write an annotation to start from, for somebody to correct.",
    "build": "Turn letters into a graph.",
    "demo": "Build the sample letter, validate it, answer the policy questions.",
    "evaluate": "Score what is read against annotations made by hand.",
    "explain": "Show every statement about a thing with its sentences.",
    "export": "Write a graph in another format.",
    "query": "Answer a canned question, with the sentences that prove it.",
    "reason": "Check OWL consistency and derive the defined classes.",
    "sparql": "Run any SPARQL query.",
    "validate": "Check a graph against the shapes and its own promises.",
}
"""Every verb with its line in ``--help``, so that help needs none of their modules."""

HELP = """\
Usage: kamergraaf [OPTIONS] COMMAND [ARGS]...

  Dutch ministers' letters to parliament as linked data that can be trusted:
  every triple resolves to the characters of the letter that prove it.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
{verbs}

Exit codes:
  0  ok
  1  findings at or above the threshold
  2  wrong usage
  3  an input could not be read, or the output not written
  4  ontology, shapes or a query are broken
  5  a remote server failed
  130  interrupted
""".format(verbs="\n".join(f"  {verb:<18} {line}" for verb, line in VERBS.items()))


def main() -> None:
    """Run the command line; a known problem ends with its message and its exit code."""
    if sys.argv[1:] in ([], ["-h"], ["--help"]):
        with contextlib.suppress(OSError):  # Where it cannot be written, ``run`` tells why.
            print(HELP, end="", flush=True)
            return
    from kamergraaf.cli.group import run

    sys.exit(run())
