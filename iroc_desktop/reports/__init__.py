"""Printed documents: frozen snapshots turned into PDFs, in memory.

Nothing here may read the store, the clock or a person's practitioner-only notes.
"""
