"""What users install: the wheel, built once, in a clean environment with nothing but what it asks for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PAGE = (
    "Night Ridge\nRuntime: 12 minutes\nDirected by: Mara Olsen\nLanguage: English\n\nTwo friends, one lamp.\n"
)

START_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tourdesk.bootstrap import open_desks
from tourdesk.gui.app import run_window
app = QApplication.instance() or QApplication([])
seen = []
def look():
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    seen.extend(w.windowTitle() for w in windows)
    for window in windows:
        window.close()
QTimer.singleShot(1500, look)
status = run_window(lambda chosen, progress: open_desks(chosen or sys.argv[1], False, progress))
print(seen)
sys.exit(status)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and its requirements, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    uv: list[str | Path] = [sys.executable, "-m", "uv"]
    build: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, folder / "env"], check=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    install = [*uv, "pip", "install", "--quiet", "--python", programs / "python", wheel]
    subprocess.run([*install, "--constraint", ROOT / "requirements.lock"], check=True)
    return programs


def run(*words: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    # Nothing of the checkout may help: another folder, and no paths from outside.
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(word) for word in words],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=env | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)},
    )


@pytest.mark.wheel
def test_the_installed_wheel_starts_migrates_reads_a_page_and_writes_a_document(
    installed: Path, tmp_path: Path
) -> None:
    tourdesk = installed / "tourdesk"
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    for words in (
        ["sample", "--database", "sample.tourdesk"],
        ["films", "import", "page.txt", "--yes", "--database", "sample.tourdesk"],
        [
            "documents",
            "programme",
            "Trails 2027: the evening",
            "-o",
            "p.pdf",
            "--database",
            "sample.tourdesk",
        ],
    ):
        done = run(tourdesk, *words, folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")
    listed = run(
        tourdesk, "films", "list", "--search", "night ridge", "--database", "sample.tourdesk", folder=tmp_path
    )
    assert "Night Ridge (Mara Olsen)" in listed.stdout
    started = run(installed / "python", "-c", START_AND_CLOSE, "sample.tourdesk", folder=tmp_path)
    # Qt's offscreen platform says that it has no window manager; anything else would be a fault of ours.
    said = [line for line in started.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (started.returncode, said) == (0, [])
    assert "TourDesk" in started.stdout
