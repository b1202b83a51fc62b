"""Help without a network: the keys, what this program is, and what never leaves this machine.

It must not open anything outside the program.
"""
