"""First start: language, passphrase and recovery sheet, organisation and first person.

It must not let anybody past without saying that a lost passphrase and a lost sheet mean lost data.
"""
