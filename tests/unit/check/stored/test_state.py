"""What is kept between two checks of a store, and what it tells to check again."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from kamergraaf.check.stored.state import Checked, State, number
from kamergraaf.errors import InputError


def _checked(
    name: str,
    share: dict[str, str] | None = None,
    asked: tuple[str, ...] = (),
    chosen: tuple[tuple[str, str], ...] = (),
) -> Checked:
    shares = frozenset((number(key), number(value)) for key, value in (share or {}).items())
    keys = frozenset(map(number, asked))
    return Checked(name, f"record of {name}", "{}", keys, shares, frozenset(chosen))


def test_what_was_put_in_is_there_the_next_time(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        state.put(_checked("a"))
    with State(tmp_path / "state", "basis") as state:
        assert state.records() == {"a": "record of a"}
        assert list(state.outcomes()) == ["{}"]


def test_another_basis_begins_anew(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        state.put(_checked("a", {"paper": "x"}, ("paper",), (("node", "shape"),)))
    with State(tmp_path / "state", "other shapes") as state:
        assert state.records() == {}
        assert state.asking([number("paper")]) == set()
        assert state.choosing("node") == set()


def test_a_changed_answer_names_the_units_that_asked_for_it(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        state.put(_checked("a", {"paper 1": "x", "paper 2": "y"}))
        state.put(_checked("b", asked=("paper 1",)))
        state.put(_checked("c", asked=("paper 2", "paper 3")))
        changed, _ = state.put(_checked("a", {"paper 1": "z", "paper 2": "y"}))
        assert state.asking(changed) == {"b"}
        changed, _ = state.put(_checked("a", {"paper 1": "z", "paper 3": "new"}))
        assert state.asking(changed) == {"c"}
        changed, _ = state.forget("a")
        assert state.asking(changed) == {"b", "c"}
        assert set(state.records()) == {"b", "c"}


def test_an_answer_that_another_letter_gives_too_is_not_changed(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        state.put(_checked("a", {"paper": "is a paper"}))
        assert state.put(_checked("b", {"paper": "is a paper"}))[0] == set()
        assert state.put(_checked("b"))[0] == set()
        assert state.put(_checked("a"))[0] == {number("paper")}


def test_nodes_that_a_letter_begins_or_ceases_to_choose_are_named(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        assert state.put(_checked("a", chosen=(("n", "s"), ("n", "t"))))[1] == {"n"}
        state.put(_checked("b", chosen=(("n", "u"),)))
        assert state.choosing("n") == {"s", "t", "u"}
        assert state.put(_checked("a", chosen=(("n", "t"), ("n", "s"))))[1] == set()
        assert state.put(_checked("a", chosen=(("m", "s"),)))[1] == {"m", "n"}
        assert state.choosing("n") == {"u"}


def test_an_unchanged_share_names_no_letter(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        state.put(_checked("a", {"paper": "x"}, ("paper",)))
        assert state.put(_checked("a", {"paper": "x"}, ("paper",)))[0] == set()


def test_an_interrupted_check_leaves_the_state_as_it_was(tmp_path: Path) -> None:
    with State(tmp_path / "state", "basis") as state:
        state.put(_checked("a"))
    with pytest.raises(KeyboardInterrupt), State(tmp_path / "state", "basis") as state:
        state.put(_checked("b"))
        raise KeyboardInterrupt
    with State(tmp_path / "state", "basis") as state:
        assert set(state.records()) == {"a"}


def test_a_file_that_is_no_state_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Geachte voorzitter,\n" * 100, "utf-8")
    with pytest.raises(InputError, match=r"letter\.txt"):
        State(path, "basis")
    assert path.read_text("utf-8").startswith("Geachte")


def test_a_state_that_another_run_uses_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
    with State(tmp_path / "state", "basis"), pytest.raises(InputError, match="another run"):
        State(tmp_path / "state", "basis")
