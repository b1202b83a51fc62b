"""Today: what is due and what was left unfinished, in counts.

It must not show a name until somebody asks for it.
"""
