"""Bytes to Document: one immutable text, blocks with offsets, and the flow as an eye follows it.

- ``reader``: ``read(path)``, the door; picks the reader for a format.
- ``text``: plain text, its encodings and what is wrong with bad input.
- ``lines``: the lines of a text and what a single line gives away (page furniture, letterhead).
- ``letterhead``: where the letterhead ends and how its lines belong together.
- ``notes``: footnotes and their marks.
- ``layout``: lines to passages: headings, paragraphs, questions, signatures.
- ``hyphens``: which hyphens a line break put there.
- ``flow``: passages to one flow with its offset map.
"""
