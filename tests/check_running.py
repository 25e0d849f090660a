"""Runs the command as a process with bounds on time and memory, and without a network."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import kamergraaf

_DRIVER = """
import os, socket, sys

def refuse(*_):
    print("NETWORK", file=sys.stderr)
    raise AssertionError("the network was asked for")

if "NETWORK" not in os.environ:
    socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from kamergraaf.cli import main
main()
"""


def validate(
    *arguments: str | Path,
    seconds: int = 60,
    megabytes: int = 2048,
    stdin: bytes = b"",
    network: bool = False,
) -> subprocess.CompletedProcess[str]:
    """``kamergraaf validate`` with at most so much CPU time and address space."""

    def bounds() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    code = [sys.executable, "-c", _DRIVER, "validate", *map(str, arguments)]
    done = subprocess.run(
        code,
        capture_output=True,
        input=stdin,
        check=False,
        preexec_fn=bounds,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(kamergraaf.__file__).parents[1]),
            **({"NETWORK": "yes"} if network else {}),
        },
        timeout=seconds * 10,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err and "NETWORK" not in err, err
    return subprocess.CompletedProcess(code, done.returncode, out, err)
