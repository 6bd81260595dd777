"""Wishes as JSON: kept in the database, and shared as a file."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.programming.proposing.sentences import SENTENCES, Sentence, WishKind
from tourdesk.programming.proposing.wishes import MOST_TAGS, MUST, NEVER, PRICES, Wish, Wishes, usual_wishes

VERSION = 1
LARGEST_FILE = 1_000_000
"""Bytes of a file with a rule set; one that is larger is something else."""
LONGEST_TEXT = 200
"""Letters of a tag, or of the name of a rule set."""
_FORMAT = "tourdesk rule set"
_CURRENCY = re.compile("[A-Z]{3}")

Document = dict[str, Any]


def as_document(wishes: Wishes) -> Document:
    """The wishes as JSON values; a tag that names none is left out."""
    rules = [
        {
            "rule": wish.kind.value,
            "on": wish.on,
            "numbers": list(wish.values),
            "nice": wish.nice,
            **({"text": wish.text} if wish.text else {}),
        }
        for wish in wishes.all
        if wish.text or not SENTENCES[wish.kind].takes_text
    ]
    return {"version": VERSION, "rules": rules, MUST: list(wishes.must), NEVER: list(wishes.never)}


def from_document(document: object) -> Wishes:
    """The wishes that `as_document` wrote; rules that are not named are as usual.

    Raises ProblemForUser, which says what is wrong and where, for anything else.
    """
    if not isinstance(document, Mapping):
        raise _wrong(_("it holds no rules"))
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise ProblemForUser(
            _("These rules were written by a newer TourDesk; please update this one to read them.")
        )
    if type(version) is not int or version < 1:
        raise _wrong(_("“version” is missing"))
    rows = document.get("rules")
    if not isinstance(rows, list):
        raise _wrong(_("“rules” is no list"))
    wishes = Wishes()
    seen: set[WishKind] = set()
    for number, row in enumerate(rows, 1):
        wish = _wish(row, number)
        if wish.kind is WishKind.TAG:
            given = [known for known in wishes.all if known.kind is WishKind.TAG and known.text]
            if len(given) == MOST_TAGS:
                raise _wrong(
                    _("rule {number}: there are more than {most} tags", number=number, most=MOST_TAGS)
                )
            wish = replace(wish, which=len(given))
        elif wish.kind in seen:
            raise _wrong(_("rule {number}: “{rule}” is there twice", number=number, rule=wish.kind.value))
        seen.add(wish.kind)
        wishes = wishes.having(wish)
    must, never = _ids(document, MUST), _ids(document, NEVER)
    if set(must) & set(never):
        raise _wrong(_("a film must be shown and is never shown"))
    return replace(wishes, must=must, never=never)


def as_file(name: str, wishes: Wishes) -> bytes:
    """A rule set as a file for others; films are left out: their ids mean something in one library only."""
    content = as_document(replace(wishes, must=(), never=()))
    document = {"format": _FORMAT, "name": name, "version": content["version"], "rules": content["rules"]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def from_file(content: bytes) -> tuple[str, Wishes]:
    """Name and wishes of a rule set that `as_file` wrote. Raises ProblemForUser for any other bytes."""
    if len(content) > LARGEST_FILE:
        raise ProblemForUser(_("This file is too large for a rule set; please choose another one."))
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ProblemForUser(
            _("This file is no rule set of TourDesk, or it is damaged; please ask for it once more.")
        ) from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise ProblemForUser(_("This file is no rule set of TourDesk; please choose another one."))
    name = document.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_TEXT:
        raise _wrong(_("its name is missing or too long"))
    return " ".join(name.split()), replace(from_document(document), must=(), never=())


def _wish(row: object, number: int) -> Wish:
    if not isinstance(row, Mapping):
        raise _wrong(_("rule {number} is none", number=number))
    name = row.get("rule")
    usual = next((wish for wish in usual_wishes() if wish.kind.value == name), None)
    if usual is None:
        raise _wrong(_("rule {number}: “{rule}” is no known rule", number=number, rule=str(name)[:40]))
    sentence = SENTENCES[usual.kind]
    on, nice, text = row.get("on"), row.get("nice", 0), row.get("text", "")
    values = _values(row.get("numbers"), sentence)
    if (
        not isinstance(on, bool)
        or values is None
        or type(nice) is not int
        or not 0 <= nice <= (len(PRICES) if sentence.softens else 0)
        or not isinstance(text, str)
        or len(text) > LONGEST_TEXT
        or not _is_word(text.strip(), usual.kind)
    ):
        raise _wrong(_("rule {number}, “{rule}”, has a value that it cannot have", number=number, rule=name))
    return Wish(usual.kind, on, values, nice, text.strip())


def _is_word(text: str, kind: WishKind) -> bool:
    """Whether a rule of a kind can have this word: a tag has one, a limit for fees may name its currency."""
    if kind is WishKind.FEES:
        return not text or _CURRENCY.fullmatch(text) is not None
    return bool(text) == SENTENCES[kind].takes_text


def _values(given: object, sentence: Sentence) -> tuple[int, ...] | None:
    """The numbers of a sentence, the lower one first; None when these are none of it."""
    if not isinstance(given, list) or len(given) != len(sentence.numbers):
        return None
    inside = all(
        type(value) is int and number.least <= value <= number.most
        for value, number in zip(given, sentence.numbers, strict=True)
    )
    return tuple(given) if inside and given == sorted(given) else None


def _ids(document: Mapping[str, object], key: str) -> tuple[int, ...]:
    ids = document.get(key, [])
    if not isinstance(ids, list) or not all(type(one) is int for one in ids):
        raise _wrong(_("“{key}” is no list of films", key=key))
    return tuple(dict.fromkeys(ids))


def _wrong(what: str) -> ProblemForUser:
    return ProblemForUser(
        _(
            "These rules cannot be read: {what}. Please choose them anew, or ask for the file once more.",
            what=what,
        )
    )
