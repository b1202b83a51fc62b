"""Reads the program's content files: instruments with their wordings, and the practice people.

It must not decide what to do about a bad file: it raises one typed error that names file, line and field.
"""

from __future__ import annotations

from iroc_desktop.system.content.packs import load_pack
from iroc_desktop.system.content.practice import load_practice

__all__ = ["load_pack", "load_practice"]
