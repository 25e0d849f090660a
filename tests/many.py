"""Folders of short letters, each with a text of its own, for tests of building many at once."""

from __future__ import annotations

from pathlib import Path

PLACES = ("Harlingen", "Zutphen", "Venlo", "Goes", "Assen")
ACTS = (
    "Het kabinet stelt een meldpunt in dat signalen van radicalisering verzamelt.",
    "De NCTV onderzoekt hoe de weerbaarheid van scholen tegen extremisme groter kan worden.",
    "Gemeenten voeren sinds 2019 trainingen uit om jihadisme vroeg te herkennen.",
    "De AIVD en de politie werken samen om terroristische propaganda van internet te verwijderen.",
)


def text(number: int) -> str:
    """A letter of about six sentences; letters with different numbers say different things."""
    place = PLACES[number % len(PLACES)]
    return f"""Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum {number % 28 + 1} mei 2022
Betreft Aanpak van extremisme in {place}, deel {number}

Met deze brief informeer ik uw Kamer over de aanpak van extremisme in {place}.
{ACTS[number % 4]} {ACTS[(number + 1) % 4]}
Dit doet het samen met {number + 2} gemeenten in de regio {place}.
Hiermee geef ik uitvoering aan de motie van het lid Duin c.s. (Kamerstukken II 2021/22, 29754, nr. {number + 600}).

De Minister van Justitie en Veiligheid,
"""


def folder(place: Path, number: int) -> Path:
    """Write ``number`` letters into ``place``, some of them in folders below it."""
    for one in range(number):
        path = place / ("" if one % 3 else f"deel-{one % 2}") / f"brief-{one:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(one), "utf-8")
    return place
