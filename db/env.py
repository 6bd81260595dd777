"""Alembic's environment: run by `tourdesk.storage.upgrade` and by `tools/dev.py migration`."""

from collections.abc import Callable

from alembic import context
from sqlalchemy import Connection

import tourdesk.library.model
import tourdesk.programming.model
import tourdesk.sponsorship.model
import tourdesk.touring.model  # noqa: F401 - importing a model adds its tables to the metadata
from tourdesk.storage.model import Base
from tourdesk.storage.upgrade import VERSION_TABLE, is_modelled

connection: Connection = context.config.attributes["connection"]
stepped: Callable[[], None] | None = context.config.attributes.get("stepped")
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    include_object=is_modelled,
    on_version_apply=lambda **_step: stepped() if stepped is not None else None,
)
with context.begin_transaction():
    context.run_migrations()
