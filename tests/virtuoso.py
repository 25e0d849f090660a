"""A Virtuoso server for tests: on a free loopback port, in its own folder, stopped again."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVER = shutil.which("virtuoso-t")
CLIENT = shutil.which("isql-vt")

CONFIGURATION = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = {sql}
LiteMode = 0
DisableUnixSocket = 1
ServerThreads = 20
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
DirsAllowed = {folder}
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
EnabledDavVSP = 0
[SPARQL]
ResultSetMaxRows = 100000
MaxQueryCostEstimationTime = 4000
MaxQueryExecutionTime = 60
"""


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Virtuoso:
    """A running server; ``url`` is its SPARQL endpoint."""

    folder: Path
    sql: int
    http: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http}/sparql"

    def run(self, statement: str) -> str:
        """Run a statement through the server's own client."""
        done = subprocess.run(
            [CLIENT or "", f"127.0.0.1:{self.sql}", "dba", "dba", f"exec={statement}"],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode or "Error" in done.stderr:
            raise RuntimeError(done.stderr or done.stdout)
        return done.stdout

    def load(self, nquads: Path) -> None:
        """Load a file of N-Quads into the graphs that it names (512: the parser takes quads)."""
        copy = self.folder / nquads.name
        shutil.copy(nquads, copy)
        self.run(f"DB.DBA.TTLP_MT(file_to_string_output('{copy}'), '', 'urn:x', 512); checkpoint;")


@contextmanager
def serving(folder: Path) -> Iterator[Virtuoso]:
    """A server that lives as long as the block."""
    server = Virtuoso(folder, free_port(), free_port())
    settings = folder / "virtuoso.ini"
    settings.write_text(
        CONFIGURATION.format(folder=folder, sql=server.sql, http=server.http), "utf-8"
    )
    process = subprocess.Popen(
        [SERVER or "", "+foreground", "+configfile", str(settings)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(server: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    """Until both ports answer, at most a minute."""
    for _ in range(300):
        if process.poll() is not None:
            log = (server.folder / "virtuoso.log").read_text("utf-8", "replace")
            raise RuntimeError(f"Virtuoso stopped: {log[-600:]}")
        try:
            for port in (server.sql, server.http):
                socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("Virtuoso does not answer")
