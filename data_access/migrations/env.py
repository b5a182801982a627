"""Runs the migrations on the connection that `data_access.store.versions` hands over, inside its transaction."""

from alembic import context

from data_access.record_table import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
