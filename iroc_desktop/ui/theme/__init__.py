"""One table of colours, sizes and icons, and the Qt style made from it.

It must not know any widget, screen or service.
"""
