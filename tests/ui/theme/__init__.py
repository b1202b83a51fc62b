"""Tests of the tokens, the style sheet, icons and fonts."""
