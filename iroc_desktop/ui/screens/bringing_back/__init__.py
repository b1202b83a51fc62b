"""A backup on its way back into the record's place: what is going on, what became of it, and the door.

It must not show anything of what is in the record: it is locked.
"""
