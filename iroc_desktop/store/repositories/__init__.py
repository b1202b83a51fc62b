"""The repositories of `services.ports` on SQL: they read the fold tables and write through the log.

None of them may hand out a row.
"""
