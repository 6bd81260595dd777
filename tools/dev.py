#!/usr/bin/env python3
"""Sets TourDesk up on this machine, then runs it or its tests. Needs nothing but Python 3.11 or newer.

usage: dev.py run [--headless]      open the program with the sample tour (headless: write its papers into out/)
       dev.py test [PYTEST ARGS]    lint, types, import rules, tests; with arguments: set up and run pytest with them
       dev.py bench                 run the benchmarks and print their tables
       dev.py fuzz [SECONDS]        feed the readers random input, each for so long (60)
       dev.py setup                 only set up
       dev.py lock                  resolve the newest allowed packages into requirements.lock
       dev.py migration "WHAT"      write a migration from what changed in the models
       dev.py translations          collect the sentences of the code for the translators, compile what they wrote
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up-with"
OUT = ROOT / "out"

# What Qt needs beside its wheels (found out on bare Debian 12), and what the tests need.
NEEDED_BY_QT = {
    "Qt needs them to draw": [
        "libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libbrotli1",
    ],
    "Qt needs them to open a window": [
        "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-image0", "libxcb-render-util0",
        "libxkbcommon-x11-0", "libx11-xcb1", "libxcb-xkb1", "libxcb-randr0", "libxcb-shape0",
    ],
}  # fmt: skip
NEEDED_BY_TESTS = {
    "the tests open real windows on a virtual screen": ["xvfb", "xauth"],
    "the tests start a real PostgreSQL server of their own": ["postgresql"],
    "the tests compare Arabic and Hebrew on paper with another program's": ["libfribidi0"],
}
NEEDED_BY_SET_UP = {"the environment is filled by it, since this Python comes without": ["python3-pip"]}


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - told in a sentence instead of a traceback
        return stop(
            f"TourDesk needs Python 3.11 or newer, and this is {sys.version.split()[0]}; please install one."
        )
    match sys.argv[1:]:
        case ["run"] | ["run", "--headless"] as words:
            status = run(headless="--headless" in words)
        case ["test"]:
            status = test()
        case ["test", *arguments]:
            set_up(for_tests=True)
            status = call([PYTHON, "-m", "pytest", *arguments], env=offscreen())
        case ["bench"]:
            set_up(for_tests=False)
            status = call(
                [PYTHON, "-m", "pytest", "benchmarks", "--benchmark-columns=median,rounds"], env=offscreen()
            )
        case ["fuzz", *seconds]:
            set_up(for_tests=False)
            status = fuzz(seconds[0] if seconds else "60")
        case ["setup" | "lock" | "migration" | "translations" as what, *words]:
            set_up(for_tests=False)
            status = maintain(what, words)
        case _:
            print(__doc__)
            status = 2
    return status


def maintain(what: str, words: list[str]) -> int:
    if what == "lock":
        return lock()
    if what == "migration":
        return call([PYTHON, ROOT / "tools" / "new_migration.py", *words])
    if what == "translations":
        return call([PYTHON, ROOT / "tools" / "translations.py"])
    return 0


def run(*, headless: bool) -> int:
    has_screen = sys.platform in {"win32", "darwin"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if not has_screen and not headless:
        return stop(
            "There is no screen here, so no window can open; please log in at a desktop, or let the sample tour "
            "write its papers into out/: make run HEADLESS=1"
        )
    set_up(for_tests=False)
    OUT.mkdir(exist_ok=True)
    database = OUT / "sample.tourdesk"
    tourdesk = BIN / ("tourdesk.exe" if os.name == "nt" else "tourdesk")
    if not database.exists():
        # Made under another name: when it is stopped half-way, the next run makes it anew.
        part = OUT / "sample-part.tourdesk"
        part.unlink(missing_ok=True)
        made = subprocess.run(
            [tourdesk, "sample", "--database", part], check=False, stdout=subprocess.DEVNULL, cwd=ROOT
        )
        if made.returncode:
            return made.returncode
        part.rename(database)
        print(f"The sample tour is in {database.relative_to(ROOT)}.", flush=True)
    if not headless:
        return call([tourdesk, "--database", database])
    names = subprocess.run(
        [PYTHON, "-c", _PAPERS, str(database), str(OUT)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    sys.stdout.write(names.stdout)
    sys.stderr.write(names.stderr)
    return names.returncode


# Each paper of each screening that the sample tour has, through the same door as the command line.
_PAPERS = """
import re, sys
from pathlib import Path
from tourdesk.bootstrap import command, open_desks
from tourdesk.documents.kinds import KINDS
desks = open_desks(sys.argv[1], False)
for row in desks.programming.rows():
    for kind in KINDS:
        name = re.sub(r"[^a-z0-9]+", "-", row.name.lower()).strip("-")
        file = Path(sys.argv[2], f"{name}-{kind}.pdf")
        if status := command(["documents", kind, row.name, "-o", str(file), "--database", sys.argv[1]]):
            raise SystemExit(status)
        print(file.relative_to(Path.cwd()))
"""


def test() -> int:
    set_up(for_tests=True)
    steps: list[tuple[str, list[object], dict[str, str]]] = [
        ("lint", [PYTHON, "-m", "ruff", "check", "."], {}),
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."], {}),
        ("types", [PYTHON, "-m", "mypy"], {}),
        ("import rules", [BIN / "lint-imports"], {}),
        ("tests", [PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal"], offscreen()),
        (
            "benchmarks still run",
            [PYTHON, "-m", "pytest", "benchmarks", "-q", "-n", "2", "--benchmark-disable"],
            offscreen(),
        ),
        (
            "tests in real windows",
            [*virtual_screen(), PYTHON, "-m", "pytest", "tests/desktop"],
            real_windows(),
        ),
    ]
    failed = []
    for name, command, env in steps:
        print(f"\n── {name} ──", flush=True)
        begun = time.monotonic()
        if call(command, env=env):
            failed.append(name)
        print(f"── {name}: {time.monotonic() - begun:.0f} s", flush=True)
    print("\n" + (f"FAILED: {', '.join(failed)}" if failed else "All passed."))
    return 1 if failed else 0


def fuzz(seconds: str) -> int:
    """What is found on the way is kept in out/fuzz, so that the next run goes on from there."""
    failed = []
    for target in sorted((ROOT / "tests" / "fuzz").glob("fuzz_*.py")):
        name = target.stem.removeprefix("fuzz_")
        found = OUT / "fuzz" / name
        found.mkdir(parents=True, exist_ok=True)
        options = [f"-max_total_time={seconds}", f"-artifact_prefix={OUT / 'fuzz'}/{name}-"]
        # As a module, so that targets may share what they hold to be true.
        module = f"tests.fuzz.{target.stem}"
        if call([PYTHON, "-m", module, *options, found, target.parent / "corpus" / name]):
            failed.append(name)
    print(
        "\n"
        + (f"FAILED: {', '.join(failed)}; what broke them is in out/fuzz." if failed else "Nothing broke.")
    )
    return 1 if failed else 0


def offscreen() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "offscreen"}


def real_windows() -> dict[str, str]:
    return {"TOURDESK_REAL_WINDOWS": "1"} | ({"QT_QPA_PLATFORM": "xcb"} if sys.platform == "linux" else {})


def virtual_screen() -> list[object]:
    if sys.platform != "linux":
        return []
    return ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]


def set_up(*, for_tests: bool) -> None:
    system_packages(NEEDED_BY_QT | (NEEDED_BY_TESTS if for_tests else {}), must=for_tests)
    wanted = hashlib.sha256(
        LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode() + bytes(ROOT)
    ).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    print("Setting up .venv with the locked packages …", flush=True)
    make_venv()
    uv = [PYTHON, "-m", "uv", "pip"]
    must([*uv, "sync", "--quiet", "--require-hashes", "--compile-bytecode", "--python", PYTHON, LOCK])
    must(
        [
            *uv,
            "install",
            "--quiet",
            "--python",
            PYTHON,
            "--no-deps",
            "--no-build-isolation",
            "--editable",
            ROOT,
        ]
    )
    STAMP.write_text(wanted)


def make_venv() -> None:
    if not PYTHON.exists():
        shutil.rmtree(VENV, ignore_errors=True)
        # Debian splits ensurepip off; then the system's pip fills the environment from outside.
        pip = [] if has_module("ensurepip") else ["--without-pip"]
        must([sys.executable, "-m", "venv", *pip, VENV])
    if call([PYTHON, "-m", "uv", "--version"], quiet=True) == 0:
        return
    if call([PYTHON, "-m", "pip", "--version"], quiet=True) == 0:
        must([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"])
        return
    if not has_module("pip"):
        system_packages(NEEDED_BY_SET_UP, must=True)
    must(
        [
            sys.executable,
            "-m",
            "pip",
            "--python",
            PYTHON,
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "uv",
        ]
    )


def has_module(name: str) -> bool:
    return call([sys.executable, "-c", f"import {name}"], quiet=True) == 0


def system_packages(needed: dict[str, list[str]], *, must: bool) -> None:
    """Install Debian's packages that are missing; says what and why first."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-query"):
        return
    missing = {why: [name for name in names if not installed(name)] for why, names in needed.items()}
    names = [name for some in missing.values() for name in some]
    if not names:
        return
    print("These system packages are missing and will be installed by apt-get:")
    for why, some in missing.items():
        if some:
            print(f"  {' '.join(some)}: {why}")
    sys.stdout.flush()
    rights = apt_rights()
    if rights is None:
        print(
            f"That takes the rights of root; please have it done: apt-get install {' '.join(names)}",
            flush=True,
        )
        if must:
            sys.exit(1)
        return
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    call([*rights, "apt-get", "update", "-qq"], env=env, quiet=True)
    install = [*rights, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    if call(install, env=env, quiet=True) and (call(install, env=env) and must):
        sys.exit(stop("They could not be installed; please see above what apt-get said."))


def installed(name: str) -> bool:
    # Ubuntu's newer releases carry some libraries under a name that ends in t64.
    for candidate in (name, f"{name}t64"):
        said = subprocess.run(
            ["dpkg-query", "-W", "-f=${Status}", candidate], check=False, capture_output=True, text=True
        )
        if said.stdout == "install ok installed":
            return True
    return False


def apt_rights() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if sys.stdin.isatty():
        return ["sudo"]
    return ["sudo", "-n"] if call(["sudo", "-n", "true"], quiet=True) == 0 else None


def lock() -> int:
    return call(
        [PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--upgrade", "--generate-hashes",
         "--no-emit-index-url", "--no-header", "--python-version", "3.11", "pyproject.toml", "--group", "dev", "-o", LOCK]
    )  # fmt: skip


def must(command: Sequence[object]) -> None:
    if call(command):
        sys.exit(stop(f"This did not work: {' '.join(map(str, command))}"))


def call(command: Sequence[object], *, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    output = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(
            [str(word) for word in command],
            check=False, cwd=ROOT, env=os.environ | (env or {}), stdout=output, stderr=output,
        ).returncode  # fmt: skip
    except FileNotFoundError:
        return 127
    except KeyboardInterrupt:
        return 130


def stop(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
