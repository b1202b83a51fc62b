"""Alembic's environment: runs the steps on the connection that the caller opened, in its transaction.

It must not open a connection of its own: the key is not here.
"""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
