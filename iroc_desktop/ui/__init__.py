"""What the practitioner sees and touches: theme, widgets, screens and the window around them.

Nothing here may know SQL, ciphers or ReportLab, nor decide what a rule of the domain says.
"""
