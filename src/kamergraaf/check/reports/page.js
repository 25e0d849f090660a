"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const findings = all(".finding").map((element) => ({ element, words: null }));
  const groups = all(".group");
  const sections = all(".severity");
  const filters = document.getElementById("filters");
  const plain = (text) => text.toLocaleLowerCase().replace(/\s+/g, " ").trim();
  const language = () => document.querySelector("input[name=lang]:checked").value;

  const speak = () => {
    const lang = language();
    root.lang = lang;
    document.title = root.dataset[lang === "nl" ? "titleNl" : "titleEn"];
    for (const option of all("option[data-nl]")) option.textContent = option.dataset[lang];
    tell();
  };

  const tell = () => {
    const count = document.getElementById("count");
    if (!count) return;
    const shown = findings.filter(({ element }) => !element.hidden).length;
    const of = language() === "nl" ? ["van", "bevindingen"] : ["of", "findings"];
    count.textContent = `${shown} ${of[0]} ${findings.length} ${of[1]}`;
  };

  const count = (group) => {
    const inside = all(".finding", group);
    const shown = inside.filter((element) => !element.hidden).length;
    group.hidden = shown === 0;
    const number = group.querySelector(".n");
    number.textContent = shown === inside.length ? shown : `${shown} / ${inside.length}`;
  };

  const filter = () => {
    const form = new FormData(filters);
    const severities = form.getAll("severity");
    const rule = form.get("rule");
    const letter = form.get("letter");
    const words = plain(form.get("text"));
    for (const finding of findings) {
      const { rule: of, letter: where, severity } = finding.element.dataset;
      let fits = severities.includes(severity) && [of, "*"].includes(rule) && [where, "*", null].includes(letter);
      if (fits && words) {
        const group = finding.element.closest(".group").firstElementChild;
        finding.words ??= plain(`${group.textContent} ${finding.element.textContent}`);
        fits = finding.words.includes(words);
      }
      finding.element.hidden = !fits;
    }
    groups.forEach(count);
    sections.forEach(count);
    document.querySelector(".nohit").style.display = findings.some(({ element }) => !element.hidden) ? "" : "block";
    tell();
  };

  const show = () => {
    for (const mark of all("mark.here")) mark.classList.remove("here");
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.hidden) {
      filters.reset();
      filter();
    }
    for (let element = target.parentElement; element; element = element.parentElement) {
      if (element.tagName === "DETAILS") element.open = true;
    }
    const marks = all(`mark.${CSS.escape(id)}`);
    for (const mark of marks) mark.classList.add("here");
    settle(marks[0] ?? target, marks.length ? "center" : "start", 8);
  };

  // What was out of sight gets its real height only when it comes near, which moves the rest.
  const settle = (element, block, frames) => {
    element.scrollIntoView({ block });
    if (frames) requestAnimationFrame(() => settle(element, block, frames - 1));
  };

  for (const radio of all("input[name=lang]")) radio.addEventListener("change", speak);
  if (filters) {
    let waiting = 0;
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120);
    });
    filters.addEventListener("reset", () => setTimeout(filter));
    document.getElementById("open").addEventListener("click", () => groups.forEach((group) => { group.open = !group.hidden; }));
    document.getElementById("shut").addEventListener("click", () => groups.forEach((group) => { group.open = false; }));
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    // A second click on the same link changes no address, but leads there all the same.
    if (link && link.hash === location.hash) show();
  });
  window.addEventListener("hashchange", show);
  speak();
  show();
})();
