"""Unlock: the passphrase, or the recovery sheet and a new passphrase.

It must not show a name: whoever stands behind the screen sees nothing of the record.
"""
