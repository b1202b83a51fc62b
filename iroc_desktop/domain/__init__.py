"""What the program is about, in frozen and pure types.

Nothing below here may know Qt, SQL, the disk, the clock, the log or a language.
"""
