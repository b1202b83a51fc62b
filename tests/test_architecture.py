"""The house rules hold, and each rule is seen to fail when it is broken on purpose.

It must not import the program: everything is read from its source.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "iroc_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))

MODULE_LINES = 350
FUNCTION_LINES = 40
PUBLIC_METHODS = 20

VAGUE_NAMES = re.compile(r"^_?(utils?|helpers?|common|managers?|misc|base)$")
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:work|root|opt/wheels)/|(?<![\w.])/home/[a-z]+/|[A-Z]:\\Users\\\w")
CARRIERS = frozenset({"webbrowser", "asyncio", "socketserver", "xmlrpc", "imaplib", "poplib", "telnetlib"})
LOCAL_ONLY = frozenset({"QLocalServer", "QLocalSocket"})
TEXT_FILES = frozenset({".py", ".md", ".toml", ".yaml", ".yml", ".json", ".po", ".spec", ".mako", ".lock"})


# -- contracts between layers ------------------------------------------------------------------------


def contracts(folder: Path, cache: Path) -> str:
    """Return what import-linter says about the package in `folder`, held to this project's contracts."""
    program = (
        "import sys; from importlinter.cli import lint_imports;"
        f"sys.path.insert(0, {str(folder)!r});"
        f"sys.exit(lint_imports(config_filename={str(ROOT / 'pyproject.toml')!r}, cache_dir={str(cache)!r}))"
    )
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "300"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds a copy of the package, free to be broken."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / "iroc_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_every_contract_is_kept(copy: Path) -> None:
    said = contracts(copy, copy / "cache")
    assert "0 broken" in said, said
    assert re.search(r"Contracts: (\d+) kept", said)


def screens() -> tuple[str, str]:
    """Return the names of two screens."""
    first, second, *_ = sorted(f.parent.name for f in PACKAGE.glob("ui/screens/*/presenter.py"))
    return first, second


BREAKS: dict[str, tuple[str, str, str]] = {
    "a domain that calls a service": ("1. Arrows", "domain/broken.py", "import iroc_desktop.services"),
    "a theme that knows a screen": ("2. Inside ui", "ui/theme/broken.py", "import iroc_desktop.ui.screens"),
    "Qt in the domain": ("3. Qt lives", "domain/broken.py", "from PySide6 import QtCore"),
    "SQL in a service": ("4. SQL lives", "services/broken.py", "import sqlalchemy"),
    "ReportLab in a chart": ("5. ReportLab, pikepdf", "charts/broken.py", "import reportlab"),
    "a locked PDF in a service": ("5. ReportLab, pikepdf", "services/broken.py", "import pikepdf"),
    "numpy in a service": ("6. matplotlib lives", "services/broken.py", "import numpy"),
    "a socket in system": ("7. Offline", "system/broken.py", "def call():\n    import socket"),
    "a screen that knows another": (
        "8. Screens",
        "ui/screens/{0}/broken.py",
        "import iroc_desktop.ui.screens.{1}",
    ),
    "rows outside the store": ("9. Database rows", "reports/broken.py", "import iroc_desktop.store.rows"),
    "a cipher in a service": ("11. Ciphers", "services/broken.py", "import cryptography"),
    "Qt behind a presenter's back": (
        "3. Qt lives",
        "ui/screens/{0}/presenter.py",
        "from iroc_desktop.ui.widgets import broken_canvas",
    ),
    "two modules in a ring": ("10. No cycles", "domain/broken.py", "import iroc_desktop.domain.broken_other"),
}

COMPANIONS = {
    "Qt behind a presenter's back": ("ui/widgets/broken_canvas.py", "from PySide6 import QtWidgets"),
    "two modules in a ring": ("domain/broken_other.py", "import iroc_desktop.domain.broken"),
}


@pytest.fixture
def write(copy: Path) -> Iterator[Callable[[str, str], None]]:
    """Return a way to add a line to a module of the copy; the copy is as it was afterwards."""
    former: dict[Path, str | None] = {}

    def add(place: str, code: str) -> None:
        module = copy / "iroc_desktop" / place.format(*screens())
        former[module] = module.read_text("utf-8") if module.exists() else None
        module.write_text(f"{former[module] or ''}\n{code.format(*screens())}\n", "utf-8")

    yield add
    for module, text in former.items():
        module.unlink() if text is None else module.write_text(text, "utf-8")


@pytest.mark.parametrize("fault", BREAKS)
def test_a_broken_contract_is_named(copy: Path, write: Callable[[str, str], None], fault: str) -> None:
    contract, place, code = BREAKS[fault]
    write(place, code)
    if fault in COMPANIONS:
        write(*COMPANIONS[fault])
    said = contracts(copy, copy / "cache")
    assert re.search(rf"^{re.escape(contract)}.* BROKEN", said, re.MULTILINE), said


# -- rules for each module -----------------------------------------------------------------------------


def docstring_faults(source: str) -> list[str]:
    """Return what is wrong with a module's docstring: it says what for, then what the module must not do.

    A package that holds nothing but its docstring may leave the second part to its modules.
    """
    module = ast.parse(source)
    parts = (ast.get_docstring(module) or "").split("\n\n")
    if not parts[0]:
        return ["no docstring"]
    if len(module.body) == 1:
        return []
    if "\n" in parts[0]:
        return ["the first part is longer than a line"]
    if len(parts) < 2 or not re.search(r"\b(not|never|nothing|no|nobody)\b", parts[1], re.IGNORECASE):
        return ["no second part that says what it must not do"]
    return []


def size_faults(source: str) -> list[str]:
    """Return what is too long: the module, a function, or the list of a class's public methods."""
    faults = []
    if (lines := source.count("\n")) > MODULE_LINES:
        faults.append(f"{lines} lines")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            faults += [f"{node.name}: {length} lines"] if length > FUNCTION_LINES else []
        elif isinstance(node, ast.ClassDef):
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
            faults += [f"{node.name}: {len(methods)} methods"] if len(methods) > PUBLIC_METHODS else []
    return faults


def network_faults(source: str) -> list[str]:
    """Return the imports that could carry data off the machine; Qt's local sockets cannot."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            faults += [n for n in names if n.split(".")[0] in CARRIERS or n == "PySide6.QtNetwork"]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [alias.name for alias in node.names]
            faults += [node.module] if node.module.split(".")[0] in CARRIERS else []
            faults += [n for n in names if node.module == "PySide6.QtNetwork" and n not in LOCAL_ONLY]
            faults += ["QtNetwork"] if node.module == "PySide6" and "QtNetwork" in names else []
    return faults


def swallowing_faults(source: str) -> list[str]:
    """Return what catches everything and carries on, or silences a checker without a reason."""
    faults = re.findall(r"# (?:noqa|type: ignore)\s*$", source, re.MULTILINE)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            raised = [n for n in ast.walk(node) if isinstance(n, ast.Raise)]
            if caught in ("everything", "Exception", "BaseException") and not raised:
                faults.append(f"line {node.lineno} catches {caught}")
    return faults


RULES = [docstring_faults, size_faults, network_faults, swallowing_faults]


@pytest.mark.parametrize("rule", RULES)
def test_every_module_keeps_the_rule(rule: Callable[[str], list[str]]) -> None:
    assert len(MODULES) > 30
    found = {str(m.relative_to(ROOT)): rule(m.read_text("utf-8")) for m in MODULES}
    assert not {module: faults for module, faults in found.items() if faults}


METHODS = "class Big:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(PUBLIC_METHODS + 1))


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (docstring_faults, "x = 1"),
        (docstring_faults, '"""What for."""\nx = 1'),
        (docstring_faults, '"""What for.\n\nAnd more of it.\n"""\nx = 1'),
        (docstring_faults, '"""What\nfor.\n\nIt must not.\n"""\nx = 1'),
        (size_faults, "x = 1\n" * (MODULE_LINES + 1)),
        (size_faults, "def long():\n" + "    pass\n" * FUNCTION_LINES),
        (size_faults, METHODS),
        (network_faults, "import webbrowser"),
        (network_faults, "from xmlrpc.client import ServerProxy"),
        (network_faults, "from PySide6 import QtNetwork"),
        (network_faults, "from PySide6.QtNetwork import QTcpSocket"),
        (swallowing_faults, "try:\n    pass\nexcept Exception as fault:\n    pass\n"),
        (swallowing_faults, "try:\n    pass\nexcept:\n    pass\n"),
        (swallowing_faults, "x = 1  # no" + "qa\n"),
    ],
)
def test_each_rule_finds_a_planted_fault(rule: Callable[[str], list[str]], source: str) -> None:
    assert rule(source)


def test_no_module_has_a_vague_name() -> None:
    assert VAGUE_NAMES.match("utils")
    assert not [m for m in MODULES if VAGUE_NAMES.match(m.stem) or VAGUE_NAMES.match(m.parent.name)]


# -- rules for the whole project -------------------------------------------------------------------------


def project_files() -> Iterator[Path]:
    """Yield every text file of the project, without what is installed or built."""
    yield from (f for f in ROOT.iterdir() if f.is_file() and (f.suffix in TEXT_FILES or f.name == "Makefile"))
    for folder in ("iroc_desktop", "tests", "resources", "translations", ".ci"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts and file.suffix in TEXT_FILES | {""}:
                yield file


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    assert MACHINE_PATH.search("in " + "/ro" + "ot/thing")
    files = list(project_files())
    assert len(files) > 60
    assert not [f for f in files if MACHINE_PATH.search(f.read_text("utf-8", errors="replace"))]


def test_every_command_the_documents_promise_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert targets >= {"run", "test", "bench", "package", "campaign", "fmt", "lint", "setup", "clean"}
    for document in ROOT.glob("*.md"):
        promised = set(re.findall(r"`make ([a-z-]+)", document.read_text("utf-8")))
        assert promised <= targets, document.name


def test_the_lock_has_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8").lower().replace("_", "-")
    project = (ROOT / "pyproject.toml").read_text("utf-8").lower().replace("_", "-")
    pinned = re.findall(r'^    "([a-z0-9.-]+==[^"]+)",$', project, re.MULTILINE)
    assert len(pinned) > 20
    assert [pin for pin in pinned if not re.search(rf"^{re.escape(pin)} ", lock, re.MULTILINE)] == []
    entries = re.findall(r"^[a-z0-9.-]+==.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", lock, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE))
    assert "://" not in lock
