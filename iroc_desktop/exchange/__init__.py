"""Bundles on a stick: written, sealed, read back, and taken apart with distrust.

It must not touch the store or decide what is merged: it hands over frozen bundles.
"""
