"""Bytes to Document: one immutable text, blocks with offsets, and the flow as an eye follows it.

- ``reader``: ``read(path)``, the door; picks the reader for a format.
- ``formats``: what a file is, by what it holds.
- ``docx``, ``odt`` (with their parts, styles and walks), ``official``, ``html``, ``markdown``:
  one reader per marked-up format; ``package`` unpacks, ``markup_xml`` parses, both within bounds;
  ``metadata`` tells what a publication says about itself, in it or in a file beside it.
- ``markup``, ``markup_body``, ``markup_page``: what these readers collect, and how a Document is
  composed of it.
- ``text``: plain text, its encodings and what is wrong with bad input.
- ``lines``: the lines of a text and what a single line gives away (page furniture, letterhead).
- ``letterhead``: where the letterhead ends and how its lines belong together.
- ``notes``: footnotes and their marks.
- ``layout``: lines to passages: headings, paragraphs, questions, signatures.
- ``hyphens``: which hyphens a line break put there.
- ``flow``: passages to one flow with its offset map.
"""
