"""Being forgotten: out of sight first, destroyed later, and what of the disk still has to be seen to.

It must not hurry anybody: the second step waits until it is asked for.
"""
