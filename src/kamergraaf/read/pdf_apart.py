"""A PDF that may take much time or memory, read in a process of its own with a limit on both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from kamergraaf.errors import InputError
from kamergraaf.read import pdf_file
from kamergraaf.read.pdf_glyphs import Chunk, Sheet

_MEMORY = 2_000_000_000
_GRACE = 5.0
_PACKAGES = str(Path(__file__).resolve().parents[2])


def sheets(data: bytes, where: str) -> list[Sheet]:
    """The pages of a PDF, as ``pdf_file.parse`` gives them.

    Raises InputError as that does, and for a file that takes too much time or memory.
    """
    paths = [_PACKAGES, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, where],
            input=data,
            capture_output=True,
            timeout=pdf_file.MOST_SECONDS + _GRACE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"takes more than {pdf_file.MOST_SECONDS:.0f} seconds to read; given up"
        raise InputError(message, where=where) from None
    if done.returncode != 0:
        message = "takes more memory or time to read than a letter may, or is damaged; given up"
        raise InputError(message, where=where)
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise InputError(answer["error"], where=answer["where"])
    return [_sheet(*fields) for fields in answer["sheets"]]


def _sheet(*fields: Any) -> Sheet:
    """The page that JSON wrote as a list of these fields."""
    sheet = Sheet(*fields)
    chunks = [Chunk(*chunk) for chunk in sheet.chunks]
    pairs = (tuple((start, end) for start, end in chunk.raised) for chunk in chunks)
    raised = [c._replace(raised=p) for c, p in zip(chunks, pairs, strict=True)]
    return sheet._replace(chunks=raised)


def main() -> None:
    """Read a PDF from standard input and write its pages, or what is wrong, as JSON."""
    _limit()
    try:
        found = pdf_file.parse(sys.stdin.buffer.read(), sys.argv[1])
        answer: dict[str, object] = {"sheets": found}
    except InputError as error:
        answer = {"error": error.message, "where": error.where}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    """Bound this process's memory and time, where the system can."""
    try:
        import resource
    except ImportError:  # not a Unix: the time limit of the parent holds alone
        return
    seconds = int(pdf_file.MOST_SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
