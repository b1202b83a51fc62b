"""Settings of this machine, applied at once, and the organisation's own facts.

It must not hold a setting that is personal.
"""
