"""A SPARQL endpoint over a dataset, on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs

import pyoxigraph

DATA = """
<urn:a> <urn:p> "plain", "taal"@nl, 5 . <urn:a> <urn:q> _:one . _:one <urn:p> _:two . _:two <urn:p> 1 .
<urn:g> { <urn:b> <urn:p> "in a graph" } <urn:h> { <urn:c> <urn:p> "in another" }
"""
Bindings = list[dict[str, dict[str, str]]]
Change = Callable[[str, Bindings], Bindings]


def _json(term: Any) -> dict[str, str]:
    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, pyoxigraph.BlankNode):
        return {"type": "bnode", "value": term.value}
    told = {"type": "literal", "value": term.value}
    if term.language:
        return {**told, "xml:lang": term.language}
    return {**told, "datatype": term.datatype.value}


@contextmanager
def endpoint(data: str = DATA, change: Change = lambda _, rows: rows) -> Iterator[str]:
    """A SPARQL server with the data; ``change`` may spoil its answers."""
    store = pyoxigraph.Store()
    store.load(data.encode(), format=pyoxigraph.RdfFormat.TRIG)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            query = parse_qs(body)["query"][0]
            found = store.query(query)
            names = [variable.value for variable in found.variables]
            rows = [
                {name: _json(row[name]) for name in names if row[name] is not None} for row in found
            ]
            answer = {"head": {"vars": names}, "results": {"bindings": change(query, rows)}}
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()
