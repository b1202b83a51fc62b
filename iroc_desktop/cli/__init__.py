"""The commands that work without a screen: report, check, backup, restore.

Nothing here may import Qt; what is done is told in one line each, in the reader's language.
"""
