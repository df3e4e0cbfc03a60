"""What a template of a link may be: its scheme, its fields. Fills in none."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

WEB = frozenset({"http", "https"})
"""Schemes of pages."""

EDITOR = WEB | {
    "atom", "bbedit", "clion", "cursor", "emacs", "goland", "idea", "jetbrains", "kate", "mvim", "nova", "nvim",
    "phpstorm", "positron", "pycharm", "rider", "rubymine", "rustrover", "subl", "sublime", "textmate", "trae", "txmt",
    "vim", "vscode", "vscode-insiders", "vscodium", "webstorm", "windsurf", "x-bbedit", "zed",
}  # fmt: skip
"""Schemes that open an editor. ``file`` is none of them: a browser shows the file instead, or asks a foreign machine
for it; nor is anything that runs what it is given (``javascript``, ``data``, ``vbscript``)."""

FIELDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "editor": (EDITOR, frozenset({"root", "path", "line", "column", "commit"})),
    "forge": (WEB, frozenset({"root", "path", "line", "column", "commit"})),
    "rule": (WEB, frozenset({"code", "name"})),
}
"""Setting of ``[links]`` → the schemes and the fields that its template may have."""

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_BRACED = re.compile(r"\{(\w*)\}")


def fault_of(template: str, schemes: Collection[str], fields: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a template, and the remedy; None for a good one."""
    found = _SCHEME.fullmatch(template)
    if found is None:
        return "no address: it begins with no scheme", "begin it with https:// or an editor's scheme, such as vscode://"
    if found["scheme"].lower() not in schemes:
        # The others would only be noise: whoever wrote javascript: did not mistype it.
        known = "http and https" + (", or an editor's, such as vscode" if "vscode" in schemes else "")
        return f"the scheme {found['scheme']!r} is not allowed", f"allowed are {known}"
    if found["scheme"].lower() in WEB and not re.match(r"//[\w\[]", found["rest"]):
        return "no host stands behind the scheme", "write https://host/…"
    if any(character.isspace() or not character.isprintable() for character in template):
        return "white space stands in the address", "write %20 for a space"
    unknown = [name for name in _BRACED.findall(template) if name not in fields]
    if unknown or re.search(r"[{}]", _BRACED.sub("", template)):
        wrong = f"unknown field {{{unknown[0]}}}" if unknown else "a brace stands alone"
        return wrong, f"known are {', '.join(f'{{{name}}}' for name in sorted(fields))}"
    return None
