"""The encrypted store: the only package that knows SQL, SQLCipher and ciphers.

Nothing of a database may leave it: what goes in and out are domain values and expected errors.
"""
