"""Canned questions: their header, their parameters, and how full an answer is."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kamergraaf.ask.queries import Query, Status, answer, find, queries, read
from kamergraaf.ask.rows import Rows
from kamergraaf.ask.store import Oxigraph
from kamergraaf.errors import BrokenResourceError, UsageError

HEADER = """#+ question-nl: Wat?
#+ question-en: What?
#+ none-nl: Niets.
#+ none-en: Nothing.
"""
BODY = """PREFIX kamer: <https://w3id.org/kamergraaf/def/>
SELECT ?a ?b WHERE { BIND(1 AS ?a) }
"""


def query(folder: Path, extra: str = "", header: str = HEADER, body: str = BODY) -> Query:
    path = folder / "what.rq"
    path.write_text(header + extra + body, "utf-8")
    return read(path)


def test_a_header_says_what_is_asked(tmp_path: Path) -> None:
    made = query(
        tmp_path,
        "#+ expects: a b\n#+ partly-nl: Half.\n#+ partly-en: Half, yes.\n"
        '#+ param: word string "two words" a word\n#+ param: letter iri - only this letter\n',
    )
    assert made.name == "what"
    assert made.questions == {"nl": "Wat?", "en": "What?"}
    assert made.expects == ("a", "b")
    assert [(p.name, p.type, p.default) for p in made.parameters] == [
        ("word", "string", "two words"),
        ("letter", "iri", None),
    ]


@pytest.mark.parametrize(
    ("header", "body", "message"),
    [
        (HEADER + "#+ questoin-nl: x\n", BODY, r"what\.rq:5: unknown key 'questoin-nl'; did you"),
        (HEADER + "#+ question-nl: x\n", BODY, r"what\.rq:5: 'question-nl' stands twice"),
        (HEADER + "#+question-nl x\n", BODY, r"what\.rq:5: a header line is"),
        (HEADER, BODY + "\t# tab\n", r"what\.rq:7: a tab"),
        (HEADER.replace("#+ none-en: Nothing.\n", ""), BODY, "lacks 'none-en'"),
        (HEADER + "#+ expects: a\n", BODY, "lacks 'partly-nl'"),
        (
            HEADER + "#+ expects: c\n#+ partly-nl: x\n#+ partly-en: x\n",
            BODY,
            "'expects' names no column: c",
        ),
        (HEADER, "SELECT * {}\n", "declares no PREFIX"),
        (HEADER + "#+ param: x\n", BODY, r"what\.rq:5: a parameter is"),
        (HEADER + "#+ param: x float - y\n", BODY, "unknown type 'float'"),
        (HEADER + "#+ param: x integer drie y\n", BODY, "not 'drie'"),
    ],
)
def test_a_broken_file_is_told_with_its_line(
    header: str, body: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(BrokenResourceError, match=message):
        query(tmp_path, header=header, body=body)


PARAMETERS = """#+ param: thing iri kid:a a thing
#+ param: word string - a word
#+ param: count integer - how many
#+ param: day date - a day
#+ param: sure boolean - really
"""


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("thing", "kid:status/ongoing", "<https://w3id.org/kamergraaf/id/status/ongoing>"),
        ("thing", "<https://example.org/é>", "<https://example.org/é>"),
        ("word", 'a "b" } # c', '"a \\"b\\" } # c"'),
        ("count", "-3", '"-3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("day", "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("sure", "true", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
    ],
)
def test_a_value_becomes_a_term_of_its_type(
    name: str, said: str, expected: str, tmp_path: Path
) -> None:
    assert f" {expected}" in query(tmp_path, PARAMETERS).bound({name: said}).replace("(", " ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("thing", "no iri"),
        ("thing", "https://example.org/> } DROP ALL #"),
        ("count", "drie"),
        ("count", "3.5"),
        ("day", "2024-02-30"),
        ("day", "20240229"),
        ("sure", "ja"),
    ],
)
def test_a_value_of_another_type_is_wrong_usage(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"'{name}' takes a value of type"):
        query(tmp_path, PARAMETERS).bound({name: said})


def test_an_unknown_parameter_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no parameter 'wrod' \(it has: thing, word"):
        query(tmp_path, PARAMETERS).bound({"wrod": "x"})


def test_defaults_are_bound_and_the_others_stay_open(tmp_path: Path) -> None:
    bound = query(tmp_path, PARAMETERS).bound()
    assert "VALUES (?thing) { (<https://w3id.org/kamergraaf/id/a>) }" in bound
    assert "?word" not in bound.partition("PREFIX")[2]


def test_a_query_that_the_engine_refuses_is_a_broken_resource(tmp_path: Path) -> None:
    made = query(tmp_path, body=BODY.replace("SELECT", "SELEKT"))
    with pytest.raises(BrokenResourceError, match="does not parse"):
        made.rows(Oxigraph(pyoxigraph.Store()))


def test_columns_joined_in_the_query_are_put_in_order(tmp_path: Path) -> None:
    body = (
        "PREFIX kamer: <https://w3id.org/kamergraaf/def/>\n"
        'SELECT (GROUP_CONCAT(?x; SEPARATOR=" | ") AS ?xs) ("b | a" AS ?quote)\n'
        'WHERE { VALUES ?x { "c" "b" "a" } }'
    )
    rows = query(tmp_path, body=body).rows(Oxigraph(pyoxigraph.Store()))
    assert rows.rows == (("a | b | c", "b | a"),)


PARTLY = "#+ expects: a\n#+ inferred: b\n#+ partly-nl: Deels.\n#+ partly-en: Partly.\n"


@pytest.mark.parametrize(
    ("rows", "status", "message"),
    [
        ((), Status.NO, "Niets."),
        (((1, "stated"),), Status.YES, ""),
        (((1, None),), Status.YES, ""),
        (((None, "stated"),), Status.PARTLY, "Deels."),
        (((1, "stated"), (2, "inferred")), Status.PARTLY, "Deels."),
        (((1, "inferred | stated"),), Status.PARTLY, "Deels."),
    ],
)
def test_an_answer_says_how_full_it_is(
    rows: tuple[tuple[object, ...], ...], status: Status, message: str, tmp_path: Path
) -> None:
    given = answer(query(tmp_path, PARTLY), Rows(("a", "b"), rows))  # type: ignore[arg-type]
    assert (given.status, given.message["nl"]) == (status, message)


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'threats'"):
        find("thraets")
    with pytest.raises(UsageError, match="query --list"):
        find("zzz")


def test_every_canned_question_can_be_read_and_asked() -> None:
    empty = Oxigraph(pyoxigraph.Store())
    found = queries()
    assert {"actors", "documents", "measures", "threat-levels"} <= {q.name for q in found}
    for one in found:
        assert one.rows(empty).columns, one.name
