"""The HTML page in a real browser: Debian's chromium, driven by Playwright."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import findings
from kamergraaf import pipeline
from kamergraaf.check import checks, reports
from kamergraaf.check.index import Index
from kamergraaf.check.ontology import Ontology
from kamergraaf.check.report import Report
from kamergraaf.check.shapes import Shapes
from kamergraaf.graph import files
from kamergraaf.graph.build import dataset

pytestmark = pytest.mark.xdist_group("chromium")

CONTRAST = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map((c) => {
      const part = c / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (!colour.endsWith(", 0)") && colour !== "transparent") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const poor = [];
  for (const element of document.querySelectorAll(".page *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !element.getClientRects().length) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("KAMERGRAAF_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine (Debian's package chromium, KAMERGRAAF_CHROMIUM)")
    with sync_playwright() as playwright:
        # Without its sandbox, because root has none; the page is our own.
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


Opened = Callable[..., Any]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Opened:
    """Opens a report's page; at the end nothing may have been complained about or asked for."""

    @contextmanager
    def open_(
        report: Report, lang: str = "en", width: int = 1200, height: int = 900, **options: Any
    ) -> Iterator[Page]:
        path = tmp_path / "report.html"
        view = reports.View(lang)
        path.write_text("".join(reports.parts(report, "html", view)), "utf-8")
        context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height}, **options
        )
        page = context.new_page()
        told: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("dialog", lambda dialog: told.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        yield page
        assert told == []
        assert {url.partition("#")[0] for url in asked} == {path.as_uri()}
        context.close()

    return open_


@pytest.fixture(scope="module")
def faulty(
    sample: Path, loaded: Shapes, terms: Ontology, tmp_path_factory: pytest.TempPathFactory
) -> Report:
    """The sample letter with faults of three kinds."""
    vocabulary = pipeline.vocabulary()
    quads = files.serialise(
        dataset(pipeline.build([sample], vocabulary).extractions, vocabulary), "nquads"
    )
    base = "<https://w3id.org/kamergraaf/id/"
    for old, new in (
        ('exact> "6 juni 2024"', 'exact> "7 juni 2024"'),
        (f"def/level> {base}threat-level/4>", f"def/level> {base}threat-level/6>"),
        (f"def/status> {base}status/conditional>", f"def/status> {base}status/perhaps>"),
    ):
        assert old in quads, old
        quads = quads.replace(old, new)
    path = tmp_path_factory.mktemp("faulty") / "letter.nq"
    path.write_text(quads, "utf-8")
    report = checks.check(Index(files.load(path)), loaded, terms)
    return replace(report, sources=("letter.trig",))


def shown(page: Page) -> int:
    return page.locator(".finding:visible").count()


def test_it_filters_by_severity_shape_letter_and_words(opened: Opened) -> None:
    made = findings.report(30, 3, 6)
    with opened(made) as page:
        expect(page.locator("#count")).to_have_text("31 of 31 findings")
        assert shown(page) == 31
        page.get_by_role("checkbox", name="information").uncheck()
        expect(page.locator("#count")).to_have_text("20 of 31 findings")
        assert shown(page) == 20
        expect(page.get_by_role("heading", name=re.compile("Information"))).to_be_hidden()
        page.get_by_role("combobox", name="Shape").select_option(label="measure: demand 0 (5)")
        expect(page.locator("#count")).to_have_text("5 of 31 findings")
        assert page.locator(".group:visible").count() == 1
        page.get_by_role("button", name="Clear filters").click()
        expect(page.locator("#count")).to_have_text("31 of 31 findings")
        page.get_by_role("combobox", name="Letter").select_option(value=made.letters[1].iri)
        expect(page.locator("#count")).to_have_text("10 of 31 findings")
        page.get_by_role("searchbox", name="Search").fill("NUMMER 4")
        expect(page.locator("#count")).to_have_text("1 of 31 findings")
        expect(page.locator(".finding:visible h3")).to_contain_text("maatregel nummer 4")
        page.get_by_role("searchbox", name="Search").fill("niets van dit alles")
        expect(page.get_by_text("No finding fits this filter.")).to_be_visible()


def test_it_leads_from_a_finding_to_its_sentence_and_back(opened: Opened, faulty: Report) -> None:
    (item,) = [i for i in faulty.items if i.finding.rule.id.endswith("/ThreatAssessment-level")][:1]
    with opened(faulty) as page:
        card = page.locator(".finding", has_text=item.focus.en).first
        card.locator("a.to-sentence").click()
        marks = page.locator("mark.here")
        expect(marks.first).to_be_in_viewport()
        assert "".join(marks.all_inner_texts()) == " ".join(item.place.passage.words.split())
        paragraph = page.locator(".paragraph", has=marks.first)
        assert len(paragraph.inner_text()) > len(item.place.sentence) + 200, "in its context"
        number = card.get_attribute("id") or ""
        paragraph.get_by_role("link", name=f"#{number[1:]}", exact=True).click()
        expect(card).to_be_in_viewport()
        assert page.url.endswith(f"#{number}")


def test_a_finding_that_is_filtered_away_is_shown_when_asked_for(opened: Opened) -> None:
    with opened(findings.report(9)) as page:
        page.get_by_role("checkbox", name="violation").uncheck()
        expect(page.locator("#count")).to_have_text("7 of 10 findings")
        page.locator(".paragraph .back a", has_text="#1").first.click()
        expect(page.locator("#f1")).to_be_in_viewport()


def test_it_speaks_both_languages(opened: Opened) -> None:
    with opened(findings.report(6), lang="nl") as page:
        assert page.locator("h1").inner_text() == "Validatierapport"
        expect(page.get_by_text("Dit moet anders zijn.").first).to_be_visible()
        expect(page.get_by_text("This must be otherwise.").first).to_be_hidden()
        page.get_by_text("English", exact=True).click()
        assert page.locator("h1").inner_text() == "Validation report"
        assert page.title() == "Validation report"
        expect(page.get_by_text("This must be otherwise.").first).to_be_visible()
        expect(page.locator("#count")).to_have_text("7 of 7 findings")
        assert "all" in page.get_by_role("combobox", name="Shape").inner_text()


def test_it_is_worked_by_keyboard(opened: Opened) -> None:
    with opened(findings.report(6)) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowLeft")
        assert page.locator("h1").inner_text() == "Validatierapport"
        page.locator(".group summary").first.focus()
        before = shown(page)
        page.keyboard.press("Enter")
        assert shown(page) < before
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("mark.here").first).to_be_in_viewport()


def test_it_is_read_without_a_script(opened: Opened) -> None:
    with opened(findings.report(9), java_script_enabled=False) as page:
        expect(page.locator("#filters")).to_be_hidden()
        assert shown(page) == 10
        page.locator("a.to-sentence").last.click()
        expect(page.locator(".anchor:target + mark")).to_be_in_viewport()
        page.get_by_text("Nederlands", exact=True).click()
        assert page.locator("h1").inner_text() == "Validatierapport"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_text_stands_out_from_its_ground(opened: Opened, faulty: Report, scheme: str) -> None:
    with opened(faulty, color_scheme=scheme) as page:
        page.locator("a.to-sentence").first.click()
        page.locator(".looked > summary").click()
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_it_fits_its_window(opened: Opened, faulty: Report, width: int) -> None:
    with opened(faulty, width=width) as page:
        wide = page.evaluate("() => document.scrollingElement.scrollWidth")
        assert wide <= width


def test_thousands_of_findings_open_as_an_overview_and_are_filtered(opened: Opened) -> None:
    before = monotonic()
    with opened(findings.report(5000, 200, 40)) as page:
        assert monotonic() - before < 30, "a second on an idle machine"
        assert shown(page) == 0
        assert page.locator(".group:visible").count() == 41
        page.get_by_role("searchbox", name="Search").fill("nummer 4321")
        expect(page.locator("#count")).to_have_text("1 of 5001 findings", timeout=20_000)
        page.locator(".group:visible summary").click()
        page.locator(".finding:visible a.to-sentence").click()
        expect(page.locator("mark.here").first).to_be_in_viewport()


def test_words_of_the_data_do_nothing(opened: Opened) -> None:
    made = findings.report(1)
    said = findings.same(
        "<script>alert(1)</script><img src=x onerror=alert(2)>\" onclick='alert(3)"
    )
    item = replace(made.items[0], focus=said, value=said, letter=said)
    letter = replace(made.letters[0], label=said)
    with opened(replace(made, items=(item,), letters=(letter,), sources=(said.en,))) as page:
        expect(page.locator(".finding h3")).to_contain_text(said.en)
        page.locator(".finding").click()
        page.get_by_role("combobox", name="Letter").select_option(index=1)
        expect(page.locator("#count")).to_have_text("1 of 1 findings")


def test_its_pictures_in_the_docs(
    opened: Opened, faulty: Report, root: Path, update_golden: bool
) -> None:
    top, sentence = (root / "docs" / name for name in ("validate.png", "validate-sentence.png"))
    if update_golden:
        with opened(faulty, height=980) as page:
            page.get_by_role("checkbox", name="information").uncheck()
            expect(page.locator(".severity.info")).to_be_hidden()
            page.screenshot(path=top)
            page.locator("a.to-sentence").first.click()
            expect(page.locator("mark.here").first).to_be_in_viewport()
            page.locator(".paragraph", has=page.locator("mark.here")).first.screenshot(
                path=sentence
            )
    for picture in (top, sentence):
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size < 200_000
