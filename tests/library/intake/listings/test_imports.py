"""What is heavy is loaded when it is needed and not before."""

import subprocess
import sys


def test_only_a_workbook_loads_what_reads_workbooks() -> None:
    program = (
        "import sys\n"
        "from tourdesk.library.intake.file import read_file_bytes\n"
        "assert 'tourdesk.library.intake.listings.reading' not in sys.modules\n"
        "assert read_file_bytes(b'Title,Director,Year\\nSlack,Bo Ek,2020\\n', 'a.csv').films\n"
        "assert 'openpyxl' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
