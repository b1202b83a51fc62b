"""Holds a whole session as a blind practitioner would: through names, roles and keys alone."""
