"""The words for every expected error: what happened, and what to do.

Nothing here may import Qt, so that presenters and the command line can use it too.
"""
