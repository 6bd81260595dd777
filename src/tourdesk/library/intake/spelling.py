"""Names of countries that a page misspells by one letter."""

from functools import cache, lru_cache

from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.places import country_table


@cache
def _without_one_letter() -> dict[str, str | None]:
    """Each long name with one letter left out → its country, or None where two countries meet."""
    table: dict[str, str | None] = {}
    for name, code in country_table().items():
        if len(name) >= 6 and name.isalpha():
            for index in range(len(name)):
                key = name[:index] + name[index + 1 :]
                table[key] = code if table.get(key, code) == code else None
    return table


@lru_cache(maxsize=2000)
def nearly_country(words: str) -> str | None:
    """The one country whose name differs from the words in one letter (missing, doubled, wrong or two exchanged)."""
    word = fold(words).strip(" .")
    if len(word) < 6 or not word.isalpha():
        return None
    exact = country_table().get(word)
    if exact:
        return exact
    table = _without_one_letter()
    found = {table.get(word), country_table().get(word)}
    for index in range(len(word)):
        shorter = word[:index] + word[index + 1 :]
        found.add(table.get(shorter))
        found.add(country_table().get(shorter))
    found.discard(None)
    return found.pop() if len(found) == 1 else None
