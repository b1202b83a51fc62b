"""Find the sentences that extraction cannot hear, because the code does not say them literally.

It must not read a catalogue: it looks at the code alone.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

METHODS: Final = {"text": (0,), "plural": (0, 1), "about": (0, 1)}
"""The methods of `Phrases`, and which of their arguments have to be literal."""


def unheard(source: str, keywords: Collection[str]) -> Iterator[str]:
    """Yield a line for each sentence in `source` that nobody can translate.

    `keywords` are the names by which the catalogue tool knows a call.
    """
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    named = {id(value) for value in _given_a_name(tree, keywords)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not _is_literal(node):
            yield f"line {node.lineno}: not a literal sentence: {ast.unparse(node)[:60]}"
        elif _is_method(node) and id(node) not in called | named:
            yield f"line {node.lineno}: under a name that is not a keyword: {ast.unparse(node)}"


def _is_method(node: ast.AST) -> TypeGuard[ast.Attribute]:
    """Return whether this is a method of some phrases, such as `self._look.phrases.text`."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in METHODS
        and ast.unparse(node.value).lower().endswith("phrases")
    )


def _is_literal(call: ast.Call) -> bool:
    if not _is_method(call.func):
        return True
    wanted = [call.args[place] for place in METHODS[call.func.attr] if place < len(call.args)]
    return all(isinstance(sentence, ast.Constant) for sentence in wanted)


def _given_a_name(tree: ast.AST, keywords: Collection[str]) -> Iterator[ast.AST]:
    """Yield the right sides of assignments to a name that extraction knows: `say = phrases.text`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=False))
            yield from (right for left, right in pairs if isinstance(left, ast.Name) and left.id in keywords)
