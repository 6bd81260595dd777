"""Under which key the columns of a listing are remembered: its header, however it is written."""

from collections.abc import Sequence

from tourdesk.library.intake.listings.words import cleaned
from tourdesk.library.intake.vocabulary.folding import fold


def header_key(names: Sequence[str]) -> str:
    """The same key for every listing with this header row; case, accents, spacing make no difference."""
    return "\t".join(fold(cleaned(name)) for name in names).rstrip("\t")
