"""One person's page: the picture so far, their conversations, what was printed, and the way to the next one.

It must not judge: totals are descriptive, gaps stay gaps.
"""
