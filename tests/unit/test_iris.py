"""What things may live under."""

from __future__ import annotations

import pytest

from kamergraaf import iris
from kamergraaf.errors import UsageError


@pytest.mark.parametrize(
    "base", [iris.BASE, "http://x.example/", "https://x.example:8000/é/a%20b/", "http://[::1]/a/"]
)
def test_an_absolute_iri_that_ends_in_a_slash_is_a_base(base: str) -> None:
    assert iris.checked_base(base) == base


@pytest.mark.parametrize(
    "base",
    [
        "",
        "x",
        "http:///",
        "http://x.example",
        "http://x.example/a",
        "urn:x/",
        "ftp://x.example/",
        "http://x.example/#a/",
        "http://x.example/a b/",
        "http://x.example/a\n/",
        "http://x.example/\u00a0/",
        "http://x.example/<a>/",
        'http://x.example/"/',
        "http://x.example/{a}/",
        "http://x.example/a\\b/",
        "http://x.example/%zz/",
    ],
)
def test_anything_else_is_wrong_usage(base: str) -> None:
    with pytest.raises(UsageError, match="the base must be"):
        iris.checked_base(base)


def test_a_run_tells_its_base() -> None:
    assert iris.base_of_run(iris.run("https://x.example/y/", "a" * 64)) == "https://x.example/y/"
    assert iris.base_of_run("https://x.example/run/zz") is None
