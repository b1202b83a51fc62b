"""Welcome back: last time's steps first, or a word about how today can go.

Nothing here may know another screen; what leaves this one goes through `Exits`.
"""
