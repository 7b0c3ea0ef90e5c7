"""The command that checks the language packs: ``python -m mithaq.text.check_packs``, one line a finding, exit 1 if any.

It stands here because duplicates are counted after folding. What is checked: ``mithaq.languages.check``.
"""

import ast
import sys
from pathlib import Path

from mithaq.languages.check import check_packs
from mithaq.languages.load import ROOT
from mithaq.text.fold import fold


def strings_of_code(package: Path) -> set[str]:
    """Every text constant of the package's modules outside ``languages``: a table named by none is read by none."""
    found = set()
    for path in package.rglob("*.py"):
        if "languages" in path.relative_to(package).parts[:1]:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def main() -> int:
    """Print the findings; 1 when there are any."""
    findings = check_packs(ROOT, fold, strings_of_code(ROOT.parent))
    for finding in findings:
        print(f"{ROOT.parent.name}/{ROOT.name}/{finding}")
    if findings:
        print(f"{len(findings)} findings in the language packs.", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
