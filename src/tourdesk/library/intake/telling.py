"""Running text of a film: which sentence is its logline, which paragraphs its synopsis."""

import re

# A link that leads on: a phrase for it anywhere at the end, "more" by itself only behind the end of a sentence.
_MORE = re.compile(
    r"(?:\s*(?:…|\.\.\.)?\s*[\[(]?\b(?:read more|weiterlesen|lire la suite|en savoir plus|leer más|ver más|leggi tutto|czytaj więcej|läs mer|les mer|læs mere|lue lisää|подробнее)"
    r"|(?<=[.!?…»”\"])\s*[\[(]?\b(?:more|mehr|więcej|více|več|tovább)|\s*(?:…|\.\.\.|[\[(])\s*(?:more|mehr|więcej|více|več|tovább))\b\s*[\])]?\s*[»›→>.]*\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…。！？]+[\"'”’»)]*(?=\s+[\"'“‘«(]?\w|$)")

LONGEST_LOGLINE = 220


def tidy(words: str) -> str:
    """Running text on one line, without the "read more" behind it."""
    words = " ".join(words.split())
    if words.startswith((". ", ", ", "; ")):
        words = words[2:]  # the full stop of the facts before
    if len(words) <= 14:
        return words
    # "More" stands at the very end: looking for it in the whole text would take as long as reading it.
    head, tail = words[:-60], words[-60:]
    found = _MORE.search(tail)
    if found is None:
        return words.rstrip(" -–—|•")
    return (
        head + tail[: found.start()] + ("…" if "…" in found.group() or "..." in found.group() else "")
    ).strip()


def logline_and_synopsis(
    text: str, spans: list[tuple[int, int]], *, logline_known: bool
) -> tuple[tuple[int, int] | None, list[tuple[int, int]]]:
    """Parts paragraphs into a logline (one sentence standing alone before more text) and the synopsis."""
    paragraphs = [
        span for span in _paragraphs(text, sorted(set(spans))) if len(text[slice(*span)].strip()) >= 8
    ]
    if logline_known or len(paragraphs) < 2:
        return None, paragraphs
    first = text[slice(*paragraphs[0])].strip()
    after = text[slice(*paragraphs[1])]
    if (
        len(first) <= LONGEST_LOGLINE
        and len(_SENTENCE.findall(first)) <= 1
        and len(after) > len(first)
        and "\n" not in first
    ):
        return paragraphs[0], paragraphs[1:]
    return None, paragraphs


def _paragraphs(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines that follow each other without a blank one, hard-wrapped ones, as one span."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out:
            before = text[out[-1][0] : out[-1][1]]
            between = text[out[-1][1] : start]
            wrapped = not _SENTENCE.search(before[-3:]) or text[start : start + 1].islower()
            if between.count("\n") == 1 and not between.strip() and wrapped:
                out[-1] = (out[-1][0], end)
                continue
        out.append((start, end))
    return out
