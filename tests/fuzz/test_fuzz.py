"""Some seconds of random input for every reader; `make fuzz TIME=600` goes on for longer."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TARGETS = sorted(HERE.glob("fuzz_*.py"))


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is built for Linux on x86-64 alone"
)
@pytest.mark.parametrize("target", TARGETS, ids=lambda path: path.stem)
def test_nothing_that_is_fed_to_a_reader_breaks_it(target: Path, tmp_path: Path) -> None:
    found = tmp_path / "corpus"
    found.mkdir()
    seeds = HERE / "corpus" / target.stem.removeprefix("fuzz_")
    # What is found on the way goes into the first folder; the seeds stay as they are.
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            f"tests.fuzz.{target.stem}",
            "-max_total_time=3",
            f"-artifact_prefix={tmp_path}/",
            found,
            seeds,
        ],
        cwd=HERE.parents[1],
        check=False,
        capture_output=True,
        text=True,
        errors="replace",
    )
    broken = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert done.returncode == 0, f"{broken}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
