"""Everything held on one person, ready to be handed to them.

It must not be taken for an internal report: it is the person's own.
"""
