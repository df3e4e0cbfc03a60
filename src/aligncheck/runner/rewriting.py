"""A text file as it is or would be: another text in its own encoding, every other byte kept. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from aligncheck.errors import InputError
from aligncheck.formats import read
from aligncheck.formats.encoding import encoded
from aligncheck.model.text import Document
from aligncheck.runner.files import read_bytes

_REMEDY = "save the file as UTF-8"


@dataclass(frozen=True, slots=True)
class Held:
    """A file as it is, or as it would be."""

    path: str
    data: bytes
    document: Document


def held(path: str) -> Held:
    """A file as it is now. Raises InputError."""
    data = read_bytes(path)
    return Held(path, data, read(data, path))


def rewritten(file: Held, text: str, what: str) -> Held:
    """The file with another text: its byte order mark, its encoding and its line ends are kept.

    ``what`` says whose characters an encoding may fail to write. Raises InputError where it does, where the file cannot
    be written back byte for byte, and where its bytes would then be taken for another text.
    """
    document = file.document
    old = written_back(file)
    try:
        new = encoded(text, document.encoding)
    except UnicodeEncodeError as error:
        sign = error.object[error.start : error.end]
        message = f"{document.encoding} cannot write {sign!r} {what}"
        raise InputError(message, path=file.path, remedy=_REMEDY) from None
    data = file.data[: len(file.data) - len(old)] + new
    made = read(data, file.path)
    if made.text != text:
        message = f"would be read as {made.encoding}, not as {document.encoding}"
        raise InputError(message, path=file.path, remedy=_REMEDY)
    return Held(file.path, data, made)


def written_back(file: Held) -> bytes:
    """The bytes of the file's text, less a byte order mark. Raises InputError where they are not those of the file."""
    encoding = file.document.encoding
    try:
        same = encoded(file.document.text, encoding)
    except UnicodeEncodeError:
        same = b""
    if not same or not file.data.endswith(same):
        message = f"cannot be written back as {encoding} byte for byte"
        raise InputError(message, path=file.path, remedy=_REMEDY)
    return same
