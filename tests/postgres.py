"""A real PostgreSQL for the tests: Debian's own programs on a private socket, or the server that is named.

`TOURDESK_TEST_POSTGRES` names a server whose login may create databases
(`postgresql+psycopg://user@host/postgres`).
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import make_url

from tourdesk.storage.opening import open_database

HOW_TO_GET_ONE = (
    "PostgreSQL is not on this machine: on Debian or Ubuntu `apt install postgresql`, elsewhere set "
    "TOURDESK_TEST_POSTGRES to a server whose login may create databases"
)


def _programs() -> Path | None:
    """The folder with initdb and pg_ctl; Debian keeps them out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    in_path = shutil.which("initdb")
    return Path(in_path).resolve().parent if in_path else None


def _as_postgres() -> list[str]:
    # PostgreSQL refuses to run as root.
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a running server's `postgres` database."""
    named = os.environ.get("TOURDESK_TEST_POSTGRES")
    if named:
        yield named
        return
    programs = _programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    folder = Path(tempfile.mkdtemp(prefix="tourdesk-postgres-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data, run = folder / "data", _as_postgres()
    try:
        subprocess.run(
            [*run, programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync",
             "--locale=C.UTF-8"],
            check=True, capture_output=True, cwd=folder,
        )  # fmt: skip
        options = (
            f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c max_connections=60"
        )
        subprocess.run(
            [*run, programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"],
            check=True, capture_output=True, cwd=folder,
        )  # fmt: skip
        try:
            yield f"postgresql+psycopg://tester@/postgres?host={folder}"
        finally:
            subprocess.run(
                [*run, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"],
                check=True, capture_output=True, cwd=folder,
            )  # fmt: skip
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of a new, empty database; it is dropped afterwards."""
    with _new(postgres_server) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """The URL of a database with our tables, to be copied; nobody is in it."""
    with _new(postgres_server) as url:
        open_database(url, create=True).close()
        yield url


@pytest.fixture
def postgres_made_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """The URL of a new database with our tables; it is dropped afterwards."""
    with _new(postgres_server, like=make_url(postgres_template).database or "") as url:
        yield url


@contextmanager
def _new(server: str, like: str = "template1") -> Iterator[str]:
    name = f"test_{uuid4().hex[:12]}"
    admin = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
