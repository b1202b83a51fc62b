"""People: find somebody by typing, add somebody, edit what is known about them.

It must not decide that two people are one.
"""
