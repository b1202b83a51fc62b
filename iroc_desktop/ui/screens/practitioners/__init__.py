"""Who works here: colleagues, their passphrases and roles, and the recovery sheet.

It must not show a passphrase or a digit of the sheet longer than its page is open.
"""
