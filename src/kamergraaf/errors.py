"""Exceptions and the exit codes that the command line documents."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a process says when it ends; one meaning each."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    BROKEN = 4
    REMOTE = 5


class KamergraafError(Exception):
    """A problem that a user can understand: what is wrong, in which file, at which place.

    ``exit_code`` is the code with which the command line ends when the error reaches it.
    """

    exit_code: ExitCode = ExitCode.INPUT

    def __init__(self, message: str, *, where: str | None = None) -> None:
        self.message = message
        self.where = where
        super().__init__(f"{where}: {message}" if where else message)


class InputError(KamergraafError):
    """A letter or graph that cannot be read: missing, empty, binary, wrongly encoded."""

    exit_code = ExitCode.INPUT


class UsageError(KamergraafError):
    """A call that cannot be taken: an unknown query, a parameter of the wrong type."""

    exit_code = ExitCode.USAGE


class BrokenResourceError(KamergraafError):
    """The ontology, a shapes graph or a query does not parse or contradicts itself."""

    exit_code = ExitCode.BROKEN


class RemoteError(KamergraafError):
    """A SPARQL server that failed: unreachable, too slow, answering something else than asked."""

    exit_code = ExitCode.REMOTE
