"""PDF: bytes to pages of type, to rows, to one text in reading order, to a Document."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from kamergraaf.model import Document
from kamergraaf.read import (
    flow,
    layout,
    pdf_apart,
    pdf_compose,
    pdf_file,
    pdf_guard,
    pdf_margins,
    pdf_rows,
)

MEDIA_TYPE = "application/pdf"


def document(path: Path, data: bytes) -> Document:
    """The Document in ``data``, the bytes of the PDF file ``path``.

    Its text is composed: each line of the page is a line, columns are read one after the other, a
    side bar comes before what it stands beside; ``pages`` says where on which page a line stands.
    Raises InputError, naming the file and where it helps the page, for a file that is no PDF,
    encrypted, cut off, damaged, too large, too slow to read, or without text (a scan).
    """
    where = str(path)
    apart = pdf_guard.check(data, where)
    sheets = pdf_apart.sheets(data, where) if apart else pdf_file.parse(data, where)
    size = pdf_rows.body_size(sheets)
    pages = pdf_rows.rows(sheets, size)
    pdf_margins.mark(pages, sheets, size)
    composed = pdf_compose.compose(pages)
    seen = pdf_compose.seen(composed)
    page = layout.arrange(composed.text, seen, partial(pdf_compose.Placed, rows=composed.rows))
    return Document(
        name=path.name,
        text=composed.text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        blocks=page.blocks,
        flow=flow.build(composed.text, page),
        pages=pdf_compose.source_pages(composed, sheets),
    )
