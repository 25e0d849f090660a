"""The HTML page as it is written: whole in itself, and nothing in it but text of the data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import findings
from kamergraaf.check.report import Report

Told = Callable[..., str]
VOID = {"meta", "input", "br", "link", "img"}
HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style></script></bdi><b>",
    "\u202egnp.exe\u2066 \x07 \x00",
    "&lt;script&gt; &amp;",
    "a' onclick='alert(1)",
)


class Page(HTMLParser):
    """Elements with their attributes, and the text in them; holds tags to be closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, name: str, class_: str = "") -> list[dict[str, str | None]]:
        return [a for n, a in self.elements if n == name and class_ in (a.get("class") or "")]


def test_it_needs_nothing_from_elsewhere(report: Report, told: Told) -> None:
    text = told(report, "html")
    page = Page(text)
    assert not {"link", "img", "iframe", "object"} & {name for name, _ in page.elements}
    for name, attributes in page.elements:
        assert not {"src", "srcset", "style", "action"} & set(attributes), name
        assert (attributes.get("href") or "#").startswith("#")
        assert not [key for key in attributes if key.startswith("on")]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_each_finding_is_there_with_a_way_to_its_sentence_and_back(
    report: Report, told: Told
) -> None:
    page = Page(told(report, "html"))
    cards = page.all("li", "finding")
    assert len(cards) == len(report.items)
    ids = {a["id"] for _, a in page.elements if "id" in a}
    links = {(a["href"] or "")[1:] for a in page.all("a")}
    assert links <= ids
    placed = [item for item in report.items if item.place.start is not None]
    assert len(page.all("a", "to-sentence")) == len(placed)
    assert {card["id"] for card in cards} <= links


def test_the_sentence_is_marked_in_its_paragraph(report: Report, told: Told) -> None:
    text = told(report, "html")
    (item,) = [i for i in report.items if i.finding.rule.id.endswith("/Measure-status")]
    (link,) = re.findall(rf'href="#(s\d+)">“{re.escape(item.place.sentence)}”', text)[:1]
    paragraph = next(p for p in text.split("<div class=paragraph>") if f"id={link} " in p)
    marked = re.findall(rf'<mark class="[^"]*\b{link}\b[^"]*">(.*?)</mark>', paragraph)
    assert "".join(marked) == item.place.sentence
    assert "Zie Kamerstuk 12 345, nr. 67." in re.sub(r"<[^>]*>", "", paragraph), "in context"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_do_nothing(told: Told, words: str) -> None:
    made = findings.report(2)
    said, item = findings.same(words), made.items[0]
    rule = replace(item.finding.rule, id=words, name=said, help=said)
    finding = replace(
        item.finding, rule=rule, message=said, focus=words, path=words, value=words, other=words
    )
    place = replace(item.place, sentence=words, letter=words)
    hostile = replace(
        item, finding=finding, place=place, focus=said, path=said, value=said, letter=said,
        other=place, other_letter=said,
    )  # fmt: skip
    letter = replace(made.letters[0], iri=words, label=said, file=words)
    report = replace(
        made, items=(hostile,), letters=(letter,), sources=(words,),
        shapes=(replace(made.shapes[0], rule=rule),),
    )  # fmt: skip
    text = told(report, "html")
    page, plain = Page(text), Page(told(findings.report(1), "html"))
    assert len(page.all("script")) == 1
    assert {n for n, _ in page.elements} <= {n for n, _ in plain.elements} | {"small"}
    assert not [a for _, a in page.elements if any(key.startswith("on") for key in a)]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)
    if "\u202e" in words:
        assert "[U+202E]gnp.exe" in text


def test_both_languages_are_there(report: Report, told: Told) -> None:
    for lang in ("nl", "en"):
        text = told(report, "html", lang=lang)
        assert text.startswith(f'<!doctype html>\n<html lang="{lang}"')
        assert "Een maatregel heeft precies één status" in text
        assert "A measure has exactly one status" in text
        assert f"value={lang} " in text


def test_a_page_without_findings_says_so(told: Told) -> None:
    text = told(replace(findings.report(1), items=()), "html")
    assert "Nothing was found." in text
    assert "id=filters" not in text


def test_thousands_of_findings_make_a_page_of_a_fair_size(told: Told) -> None:
    text = told(findings.report(5000, 200, 40), "html")
    assert len(text.encode()) < 8_000_000
    assert "<details class=group>" in text, "closed, so that the page opens as an overview"
    assert "<details class=group open>" not in text
    assert text.count("<div class=paragraph>") <= 200 * 12, "each paragraph once"
