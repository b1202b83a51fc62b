"""How long records are kept: the organisation's rules, and whose record has reached the end of its time.

It must not put anything away by itself.
"""
