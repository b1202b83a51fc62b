"""Carrying changes between machines on a USB stick: bundles, merge plans and receipts will live here.

It must not know SQL or Qt: it reads and writes operations through the ports that `services` name.
"""
