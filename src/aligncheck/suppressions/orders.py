"""What a directive asks for: its verb, the rules it names, its reason. Knows the rules' codes, no document."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Literal, NamedTuple

from aligncheck.checks import RULES
from aligncheck.model.report import OWN

Verb = Literal["ignore", "ignore-file", "disable", "enable"]
VERBS: tuple[Verb, ...] = ("ignore", "ignore-file", "disable", "enable")

REASON = re.compile(r"(?:^|\s)(?:--|—+)(?:\s+|$)")
"""What parts the codes from the reason. Older Markdown takes no ``--`` in a comment beside text, hence the dash."""

_ORDER = re.compile(r"(?P<colon>:?)\s*(?P<verb>[^\s,:]*)\s*(?P<codes>.*)", re.DOTALL)
_CODE = re.compile(r"[A-Za-z]{1,4}\d{0,4}")


class Order(NamedTuple):
    """A directive as understood.

    Attributes:
        verb: what is to be done; None where that is not understood, which ``problem`` explains.
        codes: prefixes of the rules concerned; ``("",)`` is every rule, none at all where all are unknown.
        reason: as written, ``""`` without.
        unknown: words in the place of codes that no rule's code begins with, with the nearest code or ``""``.
    """

    verb: Verb | None
    codes: tuple[str, ...] = ()
    reason: str = ""
    unknown: tuple[tuple[str, str], ...] = ()
    problem: str = ""

    def covers(self, code: str) -> bool:
        """Whether a rule is among those it names; never a rule on suppressions."""
        return bool(self.codes) and code.startswith(self.codes) and not code.startswith(OWN)


def understand(text: str) -> Order:
    """Read what a comment says after the program's name: ``: ignore NUM001, OMI -- reason``."""
    head, *rest = REASON.split(text, 1)
    reason = rest[0].strip().replace(r"\|", "|") if rest else ""
    found = _ORDER.match(head.strip())
    assert found is not None
    if not found["colon"]:
        return Order(None, problem="a colon is missing after “aligncheck”")
    verb = next((v for v in VERBS if v == found["verb"].lower()), None)
    if verb is None:
        return Order(None, problem=_no_verb(found["verb"]))
    words = [word for word in re.split(r"[\s,，、]+", found["codes"]) if word]
    if not words:
        return Order(verb, ("",), reason)
    known = [word.upper() for word in words if is_code(word)]
    own = next((code for code in known if code.startswith(OWN)), None)
    if own:
        return Order(None, problem=f"{own} cannot be suppressed")
    unknown = tuple((word, nearest(word)) for word in words if not is_code(word))
    return Order(verb, tuple(dict.fromkeys(known)), reason, unknown)


def is_code(word: str) -> bool:
    """Whether a word is a rule's code or the beginning of one."""
    return any(rule.code.startswith(word.upper()) for rule in RULES)


def nearest(word: str) -> str:
    """The code or family a word was probably meant for; ``""`` where nothing is near."""
    named = next((rule.code for rule in RULES if rule.name == word.lower()), "")
    if named or not _CODE.fullmatch(word):
        return named
    codes = [rule.code for rule in RULES if not rule.code.startswith(OWN)]
    families = list(dict.fromkeys(code[:3] for code in codes))
    found = get_close_matches(word.upper(), codes if any(c.isdigit() for c in word) else families, 3, 0.5)
    return next((code for code in found if code[0] == word[0].upper()), found[0] if found else "")


def _no_verb(word: str) -> str:
    if not word:
        return f"it says none of {', '.join(VERBS)}"
    near = get_close_matches(word.lower(), VERBS, 1)
    return f"“{word[:60]}” is none of {', '.join(VERBS)}" + (f"; the nearest is {near[0]}" if near else "")
