"""What the pure rules bring with them: the window opens with them, so they load nothing heavy."""

import subprocess
import sys


def test_the_running_order_and_editing_load_no_database_solver_or_window() -> None:
    program = (
        "import sys, tourdesk.programming.running_order, tourdesk.programming.editing;"
        "print(*sorted({'sqlalchemy', 'numpy', 'highspy', 'PySide6'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not done.stdout.split()
