"""In-memory fakes of the ports, and builders of domain values, for tests only.

Nothing here may touch the disk or Qt.
"""
