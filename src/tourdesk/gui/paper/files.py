"""How the file of a paper is called."""

import re

from tourdesk.touring.night import Screening


def file_name(screening: Screening | None, title: str) -> str:
    """`Leura 2027-05-18 Run sheet.pdf`, `Catalogue.pdf` of a paper of no night; without what file systems refuse."""
    name = title if screening is None else f"{screening.town} {screening.night.isoformat()} {title}"
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", name).split()).strip(" .") + ".pdf"
