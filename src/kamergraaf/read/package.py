"""Office files as the ZIP packages they are, opened within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

from kamergraaf.errors import InputError

LARGEST_PART = 24 * 1024 * 1024
"""Bytes that one part of a package may unpack to."""

LARGEST_PACKAGE = 64 * 1024 * 1024
"""Bytes that all parts read from one package may unpack to."""

_ENTRIES = 10_000
_CHUNK = 1 << 16
_BOMB_SIZE = 4 * 1024 * 1024
_BOMB_RATIO = 200
_ENCRYPTED_ENTRY = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """A ZIP package whose parts are read on demand and never past the bounds.

    ``where`` is the file's path, for errors. Raises InputError for data that is no readable ZIP
    archive or that has more entries than a document can have.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        self._left = LARGEST_PACKAGE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise InputError(f"a damaged or truncated ZIP archive ({error})", where=where) from None
        entries = self._zip.infolist()
        if len(entries) > _ENTRIES:
            message = f"{len(entries)} entries in one archive: this is no document"
            raise InputError(message, where=where)
        self._entries = {entry.filename: entry for entry in entries}

    def names(self) -> list[str]:
        """The names of all parts, in the archive's order."""
        return list(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._entries

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises InputError, naming file and part, where the part is missing, encrypted, damaged,
        or unpacks to more than a document's part may.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise self.error(name, "the part is missing")
        if entry.flag_bits & _ENCRYPTED_ENTRY:
            raise self.error(name, "the part is encrypted; save the file without a password")
        if entry.compress_type not in _METHODS:
            raise self.error(name, "the part is packed in a way that office files do not use")
        try:
            with self._zip.open(entry) as stream:
                return self._bounded(name, entry, stream.read)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self.error(name, f"the part is damaged ({error})") from None
        except (NotImplementedError, RuntimeError) as error:
            raise self.error(name, f"the part cannot be unpacked ({error})") from None

    def _bounded(self, name: str, entry: zipfile.ZipInfo, read: Callable[[int], bytes]) -> bytes:
        """What a part unpacks to, counted while it is unpacked: headers may lie."""
        chunks: list[bytes] = []
        size = 0
        while chunk := read(_CHUNK):
            size += len(chunk)
            if size > LARGEST_PART or size > self._left:
                raise self.error(name, "unpacks to more than a document may hold")
            if size > _BOMB_SIZE and size > _BOMB_RATIO * max(entry.compress_size, 1):
                raise self.error(name, "is compressed like a ZIP bomb, not like a document")
            chunks.append(chunk)
        self._left -= size
        return b"".join(chunks)

    def error(self, name: str, what: str) -> InputError:
        """An InputError about one part."""
        return InputError(what, where=f"{self.where}, part {name}")
