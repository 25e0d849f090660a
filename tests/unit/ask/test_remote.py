"""The remote door: what a server may do wrong, and what the user then hears."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kamergraaf.ask.remote import Remote
from kamergraaf.errors import ExitCode, RemoteError, UsageError

ANSWER = json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": []}}).encode()
Reply = Callable[[BaseHTTPRequestHandler], None]


def reply(status: int, kind: str, body: bytes, delay: float = 0.0) -> Reply:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(delay)
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@contextmanager
def server(*replies: Reply) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A server that gives the replies in turn (the last one for ever) and keeps the requests."""
    seen: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            seen.append({"body": body, "accept": self.headers.get("Accept", "")})
            with suppress(BrokenPipeError):  # a client that has stopped waiting, as a test wants
                replies[min(len(seen), len(replies)) - 1](self)

        def do_GET(self) -> None:
            self.send_error(405)

        def log_message(self, *_: object) -> None:
            pass

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/sparql", seen
    finally:
        httpd.shutdown()
        httpd.server_close()


def fails(url: str, **options: float) -> RemoteError:
    with pytest.raises(RemoteError) as caught:
        Remote(url, pause=0.01, **options).results("SELECT * WHERE { ?s ?p ?o }")
    assert caught.value.exit_code == ExitCode.REMOTE
    assert url in str(caught.value)
    return caught.value


def test_a_query_is_posted_with_an_explicit_accept_header() -> None:
    with server(reply(200, "application/sparql-results+json", ANSWER)) as (url, seen):
        assert Remote(url).results("SELECT ?s WHERE { ?s ?p ?o }")["head"] == {"vars": ["s"]}
    assert seen[0]["accept"] == "application/sparql-results+json"
    assert "query=SELECT" in seen[0]["body"]


def test_a_passing_503_is_tried_again() -> None:
    busy = reply(503, "text/plain", b"busy")
    good = reply(200, "application/sparql-results+json", ANSWER)
    with server(busy, good) as (url, seen):
        Remote(url, pause=0.01).results("SELECT ?s WHERE { ?s ?p ?o }")
    assert len(seen) == 2


def test_a_lasting_503_is_not_tried_beyond_the_bound() -> None:
    with server(reply(503, "text/plain", b"busy")) as (url, seen):
        problem = fails(url, tries=3)
    assert len(seen) == 3
    assert "503" in str(problem)


def test_a_400_is_not_tried_again() -> None:
    with server(reply(400, "text/plain", b"syntax error")) as (url, seen):
        assert "syntax error" in str(fails(url))
    assert len(seen) == 1


def test_an_html_answer_is_refused() -> None:
    with server(reply(200, "text/html", b"<html>Welcome</html>")) as (url, seen):
        assert "text/html" in str(fails(url))
    assert len(seen) == 1


def test_html_that_claims_to_be_results_is_refused() -> None:
    page = reply(200, "application/sparql-results+json", b"  <!DOCTYPE html><p>Sorry")
    with server(page) as (url, _):
        assert "not with SPARQL results" in str(fails(url))


def test_broken_json_is_refused() -> None:
    cut = reply(200, "application/sparql-results+json", ANSWER[:-5])
    with server(cut) as (url, _):
        assert "broken JSON" in str(fails(url))


def test_a_slow_server_is_given_up_after_the_time_limit() -> None:
    slow = reply(200, "application/sparql-results+json", ANSWER, delay=3)
    with server(slow) as (url, _):
        began = time.monotonic()
        assert "no answer within 1 seconds" in str(fails(url, timeout=1, tries=1))
        assert time.monotonic() - began < 3


def test_a_dead_endpoint_is_named() -> None:
    assert "cannot be reached" in str(fails("http://127.0.0.1:9/sparql", tries=2))


def test_an_endpoint_is_a_web_address() -> None:
    with pytest.raises(UsageError, match="http"):
        Remote("file:///etc/passwd")
