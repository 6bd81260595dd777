"""Writes a migration from what differs between the models and the migrations: new_migration.py "what changes"."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from tourdesk.foundation.assets import migrations
from tourdesk.storage.engine import sqlite_engine
from tourdesk.storage.upgrade import revisions, upgrade


def main(what: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder) / "scratch.tourdesk"
        scratch.touch()
        engine = sqlite_engine(scratch)
        upgrade(engine)
        config = Config()
        config.set_main_option("script_location", str(migrations()))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.revision(config, what, autogenerate=True, rev_id=f"{int(revisions()[-1]) + 1:04}")
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
