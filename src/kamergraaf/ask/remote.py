"""A SPARQL server elsewhere; the only door to SPARQLWrapper and to the network.

Queries go by POST with an explicit Accept header, within a time limit, and are tried again a
bounded number of times where the failure may pass (no answer, 429, 502, 503, 504). Whatever goes
wrong reaches the caller as a ``RemoteError`` that names the endpoint.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from kamergraaf.errors import RemoteError, UsageError

ACCEPT = "application/sparql-results+json"
PASSING = frozenset({429, 502, 503, 504})
"""HTTP statuses that say "not now" rather than "no" (RFC 9110, sections 15.5 and 15.6)."""

LIMIT = 64 * 1024 * 1024
"""The largest answer read, in bytes: a canned query's answer is a few megabytes at most."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A SPARQL endpoint: ``timeout`` in seconds per try, at most ``tries`` of them.

    ``graphs`` are sent as ``default-graph-uri``, for servers whose default graph is not the union
    of their named graphs. Raises UsageError for an address that is not http or https.
    """

    url: str
    timeout: float = 30.0
    tries: int = 3
    pause: float = 0.5
    graphs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise UsageError(f"an endpoint is an http(s) address, not '{self.url}'")

    def results(self, query: str) -> dict[str, Any]:
        """The answer to a SELECT or ASK query as the SPARQL 1.1 JSON results object.

        Raises RemoteError where the server cannot be reached, is too slow, refuses, or answers
        with something that is not SPARQL results (an HTML page, cut-off JSON).
        """
        for attempt in range(1, self.tries + 1):
            try:
                return self._decode(*self._post(query))
            except _PassingError as problem:
                if attempt == self.tries:
                    raise RemoteError(
                        f"{problem} ({attempt} tries)", where=f"endpoint {self.url}"
                    ) from problem
                time.sleep(self.pause * attempt)
        raise AssertionError("unreachable: the last try returns or raises")

    def _post(self, query: str) -> tuple[str, bytes]:
        """Content type and body of one try."""
        from SPARQLWrapper import JSON, POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        client = SPARQLWrapper(self.url)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setOnlyConneg(True)
        client.addCustomHttpHeader("Accept", ACCEPT)
        client.setTimeout(max(1, round(self.timeout)))
        for graph in self.graphs:
            client.addDefaultGraph(graph)
        client.setQuery(query)
        try:
            answer = client.query().response
            return answer.headers.get("Content-Type", ""), answer.read(LIMIT + 1)
        except SPARQLWrapperException as problem:
            raise self._error(_first_line(problem)) from problem
        except HTTPError as problem:
            if problem.code in PASSING:
                raise _PassingError(f"HTTP {problem.code} {problem.reason}") from problem
            raise self._error(f"HTTP {problem.code} {problem.reason}") from problem
        except TimeoutError as problem:
            raise _PassingError(f"no answer within {self.timeout:g} seconds") from problem
        except URLError as problem:
            if isinstance(problem.reason, TimeoutError):
                raise _PassingError(f"no answer within {self.timeout:g} seconds") from problem
            raise _PassingError(f"cannot be reached: {problem.reason}") from problem
        except OSError as problem:
            raise _PassingError(f"the connection broke: {problem}") from problem

    def _decode(self, content_type: str, body: bytes) -> dict[str, Any]:
        """The body as SPARQL results, or an error that says what came instead."""
        kind = content_type.partition(";")[0].strip().lower()
        if "html" in kind or body.lstrip()[:1] == b"<":
            raise self._error(f"answered with {kind or 'markup'}, not with SPARQL results")
        if len(body) > LIMIT:
            raise self._error(f"answered with more than {LIMIT // 1024 // 1024} MB")
        try:
            answer = json.loads(body)
        except ValueError as problem:
            raise self._error(f"answered with broken JSON: {problem}") from problem
        if not isinstance(answer, dict) or not ({"results", "boolean"} & answer.keys()):
            raise self._error("answered with JSON that is not SPARQL results")
        return answer

    def _error(self, message: str) -> RemoteError:
        return RemoteError(message, where=f"endpoint {self.url}")


class _PassingError(Exception):
    """A failure that may pass; tried again within the bound."""


def _first_line(problem: Exception) -> str:
    """What a server said, without the page around it."""
    lines = [line.strip() for line in str(problem).splitlines() if line.strip()]
    return " ".join(lines)[:300] or type(problem).__name__
