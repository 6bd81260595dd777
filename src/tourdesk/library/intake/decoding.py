"""Which encoding bytes are in: found out, not assumed."""

import re

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.intake.readings import ReadingProblem

UNREADABLE = "\ufffd"
"""What stands in a text for bytes that are none."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_SINGLE = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman")
_DOUBLE = ("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr")
_ASCII, _LATIN = 0x7F, 0x370
_SIGNS = frozenset("–—‘’“”„«»…•©°")
_OPENING, _CLOSING = frozenset("‘“„«"), frozenset("’”»“")
_COMMON = frozenset("äöüßéèêàçñáíóúãõåæøÄÖÜÉÅØ")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7a3]")
# The lead bytes of the more common half of the characters.
_COMMON_LEADS = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
_NO_TEXT = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an older Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)


def decoded(data: bytes, name: str) -> str:
    """The text of the bytes, with U+FFFD for each that is none. Raises ProblemForUser when they hold none at all."""
    for start, kind in _NO_TEXT:
        if data.startswith(start):
            raise ProblemForUser(
                _(
                    "{name} is {kind}, not text: open it, copy the text of the film page, and paste that.",
                    name=name,
                    kind=kind,
                )
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    # Some in a text are damage; what begins with one was none.
    if data.startswith(b"\0") or _controls(data) * 20 > len(data):
        raise ProblemForUser(
            _(
                "{name} holds no text: open it in the program it comes from, copy the text, and paste that.",
                name=name,
            )
        )
    return (_utf8(data) or data.decode(_declared(data) or _likeliest(data), "replace")).replace(
        "\0", UNREADABLE
    )


def what_is_unreadable(text: str) -> tuple[ReadingProblem, ...]:
    """That bytes of a text were none, said once, at the first of them."""
    at = text.find(UNREADABLE)
    if at < 0:
        return ()
    sentence = _(
        "Some characters cannot be read and stand as “{sign}”, here for the first time; please correct them, or save the file as UTF-8 and read it again.",
        sign=UNREADABLE,
    )
    return (ReadingProblem(text.count("\n", 0, at) + 1, sentence),)


def _utf8(data: bytes) -> str | None:
    """The text of UTF-8, also where a few bytes of it are damaged; None of another encoding."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count(UNREADABLE)
    # In other encodings what happens to look like UTF-8 is rare, and what does not is not.
    whole = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return text if whole >= damaged else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    head = data[:2000]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 4 > len(head) and even * 20 < len(head):
        return "utf-16-le"
    if even * 4 > len(head) and odd * 20 < len(head):
        return "utf-16-be"
    return None


def _controls(data: bytes) -> int:
    return len(data) - len(
        data.translate(None, bytes(c for c in range(32) if c not in {9, 10, 11, 12, 13, 26, 27}))
    )


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4000])
    if not found:
        return None
    encoding = found.group(1).decode("ascii", "replace").lower()
    if encoding in {"iso-8859-1", "latin1", "latin-1", "us-ascii"}:
        encoding = "cp1252"  # what browsers take it for
    try:
        data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
    return encoding


def _likeliest(data: bytes) -> str:
    sample = data[:50_000]
    for encoding in _DOUBLE:
        try:
            text = sample.decode(encoding)
        except UnicodeError:
            continue
        if _east_asian(text, encoding):
            return encoding
    return max(_SINGLE, key=lambda encoding: (_plausible(sample, encoding), -_SINGLE.index(encoding)))


def _east_asian(text: str, encoding: str) -> bool:
    """Whether text decoded so is East Asian: kana, Hangul, or mostly the common ones of the Chinese characters."""
    wide = [c for c in text if ord(c) > 0x2E80]
    if len(wide) < 4:
        return False
    if encoding in _COMMON_LEADS:
        low, high = _COMMON_LEADS[encoding]
        common = sum(1 for c in wide if low <= c.encode(encoding, "replace")[0] <= high)
        return common * 10 >= len(wide) * 8
    return len(_KANA_OR_HANGUL.findall(text)) * 5 >= len(wide)


def _plausible(sample: bytes, encoding: str) -> int:
    """How much the text looks like words: letters count, signs and capitals inside words count against."""
    text = f" {sample.decode(encoding, 'replace')} "
    return sum(
        _sign(*three) if three[1] in _SIGNS or not three[1].isalpha() else _letter(three[1], three[0])
        for three in zip(text, text[1:], text[2:], strict=False)
        if ord(three[1]) > _ASCII or (ord(three[0]) > _ASCII and three[1].isupper())
    )


def _letter(c: str, before: str) -> int:
    if ord(c) <= _ASCII:
        return -6 if before.islower() else 0  # a capital within a word
    points = 4 if c in _COMMON else 2
    if before.isalpha():
        points += 1 if c.islower() or before.isupper() else -6
        if (ord(c) > _LATIN) != (ord(before) > _LATIN):
            points -= 6  # two alphabets in one word
        elif ord(before) > _ASCII and ord(c) < _LATIN:
            points -= 6  # accented letters seldom stand together
    return points


def _sign(before: str, c: str, after: str) -> int:
    if c not in _SIGNS:
        return -12 if c == UNREADABLE else -4
    opens = c in _OPENING and not before.isalnum() and after.isalnum()
    return 5 if opens or (c in _CLOSING and not before.isspace()) else 1  # a quotation mark in its place
