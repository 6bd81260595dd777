"""Names of places in many languages, read without harm to the rest of the program."""

import subprocess
import sys

AFTER_READING = """
from babel.lists import format_list
from tourdesk.library.intake.page import read_page
read_page("Salt Road\\nUSA, 2018, 96 min\\nDirector: Anna Miller")
print(format_list(["Anna", "Ben", "Eva"], locale="de"))
"""


def test_german_lists_are_written_after_a_page_was_read() -> None:
    done = subprocess.run([sys.executable, "-c", AFTER_READING], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "Anna, Ben und Eva", done.stderr
