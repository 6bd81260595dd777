"""Collects what the program says, brings each language's .po in step with it, and compiles it.

A sentence that is new stands in the .po with an empty translation; a test says which languages are not complete.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
KEYWORDS = {"_": None, "later": None, "n_": (1, 2)}


def template() -> Catalog:
    """Every sentence in the code, with the files that say it."""
    catalog = Catalog(project="TourDesk", charset="utf-8")
    found = extract_from_dir(
        str(ROOT / "src" / "tourdesk"),
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("For translators:",),
    )
    for file, _line, message, comments, context in found:
        # Without line numbers: they would change with every edit of the code.
        catalog.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalog


def po_files() -> list[Path]:
    """The languages' catalogues."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/tourdesk.po"))


def brought_in_step(file: Path, every: Catalog) -> Catalog:
    """A language's catalogue with what is new, without what is gone."""
    with file.open("rb") as stream:
        catalog = read_po(stream, locale=file.parts[-3])
    catalog.update(every, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The text of a catalogue, in the order of its sentences, without dates that would differ each time."""
    # A header needs dates; the history of the file tells the true ones.
    catalog.revision_date = catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = "TourDesk"
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, omit_header=False, include_lineno=False)
    return out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> None:
    every = template()
    for file in po_files():
        catalog = brought_in_step(file, every)
        file.write_bytes(as_po(catalog))
        file.with_suffix(".mo").write_bytes(as_mo(catalog))
        missing = sum(1 for message in catalog if message.id and not said(message.string))
        print(f"{file.parts[-3]}: {len(catalog)} sentences, {missing} without a translation")


def said(translation: object) -> bool:
    """Whether a translation is there in every number."""
    return all(translation) if isinstance(translation, (tuple, list)) else bool(translation)


if __name__ == "__main__":
    main()
