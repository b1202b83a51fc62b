"""The steps from one schema revision to the next, which Alembic reads as files.

No step may import today's tables.
"""
