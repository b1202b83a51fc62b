"""The program with its window: the composition root that knows Qt and every adapter.

Nothing below may import it.
"""
