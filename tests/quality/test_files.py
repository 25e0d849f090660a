"""Quality checks as files: headers, profile, documentation; and what validate makes of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefs import Brief, index
from kamergraaf.check import quality
from kamergraaf.check.finding import Severity
from kamergraaf.check.index import Index
from kamergraaf.check.quality_files import load, read
from kamergraaf.check.quality_page import page
from kamergraaf.cli.validate import command
from kamergraaf.errors import BrokenResourceError, InputError
from kamergraaf.graph import files
from kamergraaf.graph.build import letter_quads
from kamergraaf.resources import folder

HERE = Path(__file__).parent
QUERIES = sorted((folder("queries") / "quality").glob("*.rq"))
NAMES = [path.stem for path in QUERIES]


def test_every_check_has_letters_that_pass_and_letters_that_fail() -> None:
    tests = "".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))
    for name in NAMES:
        for kind in ("passes", "fails"):
            assert re.search(rf"^def test_{name.replace('-', '_')}\w*{kind}", tests, re.M), name


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_tells_its_findings_in_a_fixed_order(path: Path) -> None:
    assert "\nORDER BY" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("#+ sees:", "#+ see:", ":11: unknown key 'see'; did you mean 'sees'?"),
        ("#+ sees:", "# sees:", "the header lacks 'sees'"),
        ("#+ problem-nl:", "#+ problem-en:", "'problem-en' stands twice"),
        ("{other_value}.\n", "{others}.\n", "the query has no column ?others"),
        ("SELECT ?focus", "SELECT", "the query has no column ?focus"),
    ],
)
def test_a_broken_header_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "level-differs.rq"
    text = (folder("queries") / "quality" / path.name).read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BrokenResourceError, match=re.escape(said)):
        read(path)


def profile(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_profile_changes_what_it_names_and_leaves_the_rest(tmp_path: Path) -> None:
    path = profile(tmp_path, 'level-differs = "info"\nrepeated-letters = "off"\n')
    before = {check.name: check.severity for check in load()}
    after = {check.name: check.severity for check in load(path)}
    assert before.pop("repeated-letters") != "off"
    assert before["level-differs"] == "violation"
    assert after == before | {"level-differs": Severity.INFO}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('# mine\nlevels-differ = "info"', "own.toml:2: there is no quality check 'levels-differ'"),
        ('levels-differ = "info"', "did you mean 'level-differs'?"),
        ('level-differs = "warn"', "for level-differs 'warn'; did you mean 'warning'?"),
        ("level-differs = 3", "there is no severity for level-differs '3'; there are: info, off"),
        ("level-differs: info", "is no profile"),
    ],
)
def test_a_profile_with_an_unknown_name_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BrokenResourceError) as raised:
        load(profile(tmp_path, text))
    assert said in str(raised.value)


def test_a_profile_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load(tmp_path / "none.toml")


def test_a_dataset_without_letters_is_told_once() -> None:
    store = files.store_of([])
    outcome = quality.run(store, load())
    assert [(seen.rule.id, seen.nodes) for seen in outcome.seen] == [("quality", 0)]
    assert [found.severity for found in outcome.findings] == ["info"]


def test_a_query_that_does_not_parse_is_a_broken_resource(tmp_path: Path) -> None:
    path = tmp_path / "level-differs.rq"
    text = (folder("queries") / "quality" / path.name).read_text("utf-8")
    path.write_text(text.replace("ORDER BY", "ORDRE BY"), "utf-8")
    brief = Brief("brief", "2024-06-03", "3 juni 2024\n")
    with pytest.raises(BrokenResourceError, match="does not parse"):
        quality.run(quality.union(index(brief), load()), [read(path)])


def validate(*arguments: str) -> tuple[int, dict[str, list[dict[str, str]]]]:
    result = CliRunner().invoke(command, [*arguments, "--format", "json"], catch_exceptions=False)
    return result.exit_code, json.loads(result.stdout)


def contradiction(tmp_path: Path) -> Path:
    brief = Brief("brief", "2024-06-03", "3 juni 2024\nVergaderjaar 2020-2021 Nr. 903\n")
    words = "Vergaderjaar 2020-2021 Nr. 903"
    brief.is_paper("kst-29754-903", words, "2020-2021")
    path = tmp_path / "brief.nq"
    quads = [(s, p, o, "") for s, p, o in index(brief).graph.triples()]
    files.write(quads, path)
    return path


def test_validate_runs_the_checks_unless_told_not_to(tmp_path: Path) -> None:
    path = str(contradiction(tmp_path))
    told = {f["shape"] for f in validate(path)[1]["findings"]}
    assert "quality/date-outside-session" in told
    without = validate(path, "--no-quality")[1]
    assert not [f for f in without["findings"] if f["shape"].startswith("quality")]
    assert not [c for c in without["checks"] if c["id"].startswith("quality")]


def test_validate_takes_severities_from_a_profile(tmp_path: Path) -> None:
    own = profile(tmp_path, 'date-outside-session = "info"\n')
    _, report = validate(str(contradiction(tmp_path)), "--quality-profile", str(own))
    (found,) = (f for f in report["findings"] if f["shape"] == "quality/date-outside-session")
    assert found["severity"] == "info"


def test_the_documentation_is_what_the_headers_say(root: Path) -> None:
    written = (root / "docs" / "quality.md").read_text("utf-8")
    assert written == page(load()), "run `make docs`"


def test_every_check_tells_what_is_asked_and_why() -> None:
    for check in load():
        for language in ("nl", "en"):
            told = [one.say(language) for one in (check.problem, check.principle, check.solution)]
            assert all(text.endswith(".") for text in told)
            assert check.rule.help.say(language) == " ".join(told)


def test_the_index_of_a_foreign_graph_has_nothing_for_the_checks() -> None:
    store = files.store_of([("<https://example.org/a>", "<https://example.org/b>", '"c"', "")])
    outcome = quality.run(quality.union(Index(store), load()), load())
    assert [seen.rule.id for seen in outcome.seen] == ["quality"]


def test_letters_in_graphs_apart_give_what_their_union_gives() -> None:
    letters = []
    for name in ("een", "twee", "drie"):
        words = f"Vergaderjaar 2020-2021 Nr. 906 ({name})"
        brief = Brief(name, "2024-06-03", f"3 juni 2024\n{words}\n")
        paper = brief.cites("kst-29754-907", words, "2025-2026")
        brief.fact(paper, "kamer:sessionYear", f"201{len(name)}-2014", words)
        letters.append(brief)
    told = [quad for letter in letters for quad in letter_quads(letter.done())]
    apart = quality.run(files.store_of(told), load())
    joined = quality.run(quality.union(Index(files.store_of(told)), load()), load())
    assert sorted(map(str, apart.findings)) == sorted(map(str, joined.findings))
    assert apart.seen == joined.seen
    assert len([found for found in apart.findings if found.rule.id != "unseen"]) >= 5
