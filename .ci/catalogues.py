"""Keep the catalogues of sentences in step with the code: extract, update, compile, check.

It must not run inside the program, and it never writes a translation: only people do.
"""

from __future__ import annotations

import argparse
import io
import re
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from pseudo import stretched
from unheard import unheard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SHARED: Final = ("domain", "services", "charts", "i18n")
"""Layers whose sentences reach both the screen and the paper, and so belong to both catalogues."""

SOURCES: Final = {
    "ui": ("ui", "app", "cli", "system", *SHARED),
    "report": ("reports", *SHARED),
}
"""For each catalogue, the folders of the package its sentences come from; the store speaks to nobody."""

KEYWORDS: Final = {"text": None, "say": None, "plural": (1, 2), "about": ((1, "c"), 2)}
"""The methods of `Phrases` whose literal arguments are sentences; `say` is `text` where many are said."""

COMPLETE: Final = frozenset({"es"})
"""Languages that must have every sentence: a gap in one of these fails the check."""

STATUSES: Final = ("draft", "reviewed")


def extract(root: Path, name: str) -> Catalog:
    """Return every sentence of catalogue `name` that the code under `root` says."""
    catalog = Catalog(project="I.ROC Desktop", charset="utf-8")
    for file in _sources(root, name):
        place = file.relative_to(root).as_posix()
        for _, sentence, comments, context in extract_from_file(
            "python", file, KEYWORDS, comment_tags=("translators:",), strip_comment_tags=True
        ):
            # no line numbers: a catalogue changes when a sentence does, not when it moves
            catalog.add(sentence, None, [(place, 0)], auto_comments=comments, context=context)
    return catalog


def update(root: Path, languages: Iterable[str] = ()) -> list[Path]:
    """Bring every .po in step with the code, beginning those of new `languages`; return the files written."""
    written = []
    for name in SOURCES:
        template = extract(root, name)
        for language in sorted({*_languages(root), *languages}):
            file = _po(root, language, name)
            catalog = _read(file) if file.exists() else _begun(language)
            template.creation_date = catalog.creation_date
            catalog.update(template, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            _borrow(root, language, name, catalog)
            text = _as_po(catalog, _standing(file))
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
            written.append(file)
    return written


def compile_all(root: Path) -> list[Path]:
    """Write a .mo beside each .po that is newer than it, and return those written."""
    written = []
    for file in sorted((root / "translations").glob("*/LC_MESSAGES/*.po")):
        target = file.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime <= file.stat().st_mtime:
            content = io.BytesIO()
            write_mo(content, _read(file))
            target.write_bytes(content.getvalue())
            written.append(target)
    return written


def check(root: Path) -> list[str]:
    """Return one line for everything wrong with the catalogues; none when all is well."""
    faults = _unheard(root)
    for name in SOURCES:
        template = extract(root, name)
        faults += [f"{name}: the code says {fault}" for fault in _unusable(template)]
        for language in sorted({*_languages(root), *COMPLETE}):
            file = _po(root, language, name)
            if not file.exists():
                faults.append(f"{file.relative_to(root)}: missing")
                continue
            found = [
                *_standing_faults(_standing(file)),
                *_faults(template, _read(file), complete=language in COMPLETE),
            ]
            faults += [f"{file.relative_to(root)}: {fault}" for fault in found]
    return faults


def pseudo(root: Path, language: str = "en_XA") -> list[Path]:
    """Write .mo catalogues of a pseudo-language, twice as long, to look at screens with; return them."""
    written = []
    for name in SOURCES:
        template = extract(root, name)
        catalog = Catalog(locale="en", charset="utf-8")
        for message in _messages(template):
            twice = tuple(stretched(form) for form in _forms(message.id))
            catalog.add(message.id, twice if message.pluralizable else twice[0], context=message.context)
        target = root / "translations" / language / "LC_MESSAGES" / f"{name}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        content = io.BytesIO()
        write_mo(content, catalog)
        target.write_bytes(content.getvalue())
        written.append(target)
    return written


def placeholders(sentence: str) -> frozenset[str]:
    """Return the fields that `str.format` would fill in `sentence`.

    Raises ValueError for a sentence that cannot be filled at all, such as one with a lone brace.
    """
    return frozenset(field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None)


def _sources(root: Path, name: str) -> Iterator[Path]:
    for folder in SOURCES[name]:
        yield from sorted((root / "iroc_desktop" / folder).rglob("*.py"))


def _unheard(root: Path) -> list[str]:
    """Return the places where the code says something that extraction cannot hear."""
    files = sorted({file for name in SOURCES for file in _sources(root, name)})
    return [
        f"{file.relative_to(root)}: {fault}"
        for file in files
        for fault in unheard(file.read_text("utf-8"), KEYWORDS)
    ]


def _languages(root: Path) -> set[str]:
    return {file.parents[1].name for file in (root / "translations").glob("*/LC_MESSAGES/*.po")}


def _po(root: Path, language: str, name: str) -> Path:
    return root / "translations" / language / "LC_MESSAGES" / f"{name}.po"


def _read(file: Path) -> Catalog:
    with file.open("rb") as content:
        return read_po(content, locale=file.parents[1].name, abort_invalid=True)


def _begun(language: str) -> Catalog:
    return Catalog(locale=language, project="I.ROC Desktop", charset="utf-8", fuzzy=False)


def _borrow(root: Path, language: str, name: str, catalog: Catalog) -> None:
    """Fill the gaps of a catalogue with what people have already written in its sibling."""
    siblings = [_po(root, language, other) for other in SOURCES if other != name]
    for sibling in (_read(file) for file in siblings if file.exists()):
        for message in _messages(catalog):
            known = sibling.get(_forms(message.id)[0], message.context)
            if known and known.id == message.id and not any(_forms(message.string)):
                message.string = known.string


def _standing(file: Path) -> dict[str, str]:
    """Return the two headers of our own, which Babel neither keeps nor writes."""
    text = file.read_text("utf-8") if file.exists() else '"X-Status: draft\\n"\n"X-Reviewed-By: \\n"'
    return {name: value.strip() for name, value in re.findall(r'^"(X-[\w-]+):(.*)\\n"$', text, re.MULTILINE)}


def _as_po(catalog: Catalog, standing: Mapping[str, str]) -> bytes:
    """Return the text of a .po, with the headers of our own."""
    content = io.BytesIO()
    catalog.header_comment = f"# I.ROC Desktop: sentences in {catalog.locale or 'the language of the code'}."
    write_po(content, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True)
    ours = "".join(f'"{name}: {value}\\n"\n' for name, value in standing.items())
    return content.getvalue().decode().replace('"MIME-Version', ours + '"MIME-Version', 1).encode()


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the singular and plural forms of a sentence, or its only one."""
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def _faults(template: Catalog, catalog: Catalog, *, complete: bool) -> Iterator[str]:
    said = {(message.id, message.context) for message in _messages(template)}
    kept = {(message.id, message.context) for message in _messages(catalog)}
    yield from (f"behind the code, which says {_short(text)}" for text, _ in sorted(said - kept, key=str))
    yield from (f"nobody says {_short(text)} any more" for text, _ in sorted(kept - said, key=str))
    for message in _messages(catalog):
        yield from _entry_faults(message, complete=complete)


def _standing_faults(standing: Mapping[str, str]) -> Iterator[str]:
    status = standing.get("X-Status", "")
    if status not in STATUSES:
        yield f"X-Status is {status!r}, which is neither of {', '.join(STATUSES)}"
    if status == "reviewed" and not standing.get("X-Reviewed-By"):
        yield "reviewed, and X-Reviewed-By does not say by whom"


def _entry_faults(message: Message, *, complete: bool) -> Iterator[str]:
    forms = _forms(message.string)
    if complete and message.fuzzy:
        yield f"unsure (fuzzy) about {_short(message.id)}"
    if complete and not (forms and all(forms)):
        yield f"no translation of {_short(message.id)}"
    wanted = frozenset[str]().union(*map(placeholders, _forms(message.id)))
    for number, form in enumerate(forms):
        if form and not _fills(form, wanted, single=number == 0 and message.pluralizable):
            yield f"other placeholders than {_short(message.id)}: {_short(form)}"


def _fills(form: str, wanted: frozenset[str], *, single: bool) -> bool:
    """Return whether `form` has the wanted fields; the form for one may leave the count unsaid."""
    try:
        found = placeholders(form)
    except ValueError:
        return False
    return found == wanted or (single and found == wanted - {"count"})


def _unusable(template: Catalog) -> Iterator[str]:
    for message in _messages(template):
        for form in _forms(message.id):
            try:
                fields = placeholders(form)
            except ValueError as fault:
                yield f"{_short(form)}, which cannot be filled ({fault})"
                continue
            if not all(re.fullmatch(r"[a-z][a-z_]*", field) for field in fields):
                yield f"{_short(form)}, whose placeholders are not plain names"


def _short(text: str | Sequence[str]) -> str:
    return repr(_forms(text)[0][:60])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="The catalogues of sentences, in step with the code.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("extract", help="print every sentence of the code, for a translator")
    begin = actions.add_parser("update", help="bring every .po in step with the code")
    begin.add_argument("languages", nargs="*", help="languages to begin, such as fr")
    actions.add_parser("compile", help="write the .mo that the program reads")
    actions.add_parser("check", help="fail when a catalogue is behind, has gaps or breaks a placeholder")
    actions.add_parser("pseudo", help="write the pseudo-language en_XA, twice as long")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one action; return 0, or 1 when the check found faults."""
    given = _parser().parse_args(arguments)
    lines: list[str] = []
    if given.action == "extract":
        lines = [_as_po(extract(given.root, name), {}).decode() for name in SOURCES]
    elif given.action == "check":
        lines = check(given.root)
    elif given.action == "update":
        lines = [f"wrote {file.relative_to(given.root)}" for file in update(given.root, given.languages)]
    else:
        write = compile_all if given.action == "compile" else pseudo
        lines = [f"wrote {file.relative_to(given.root)}" for file in write(given.root)]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if given.action == "check" and lines else 0


if __name__ == "__main__":
    sys.exit(main())
