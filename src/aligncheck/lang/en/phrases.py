"""English words that tell where a term may begin and end, and what stands around nouns and verbs. Knows no Chinese."""

from __future__ import annotations

import re

from aligncheck.lang.en.lexis import LIGHT, NUMBERS, PRONOUNS, STOP
from aligncheck.lang.patterns import deferred

INSIDE: frozenset[str] = frozenset(["of"])
"""Stop words that may stand inside a term (*chain of thought*), never at its edge; hyphens let any stand there."""

_VERBS = """get go come make take give have let put keep turn bring seem appear happen tend need want like use try find
    see know say tell ask begin continue remain become hold leave move stay stand feel think believe suppose guess
    intend decide provide allow enable include involve contain relate concern regard consider ensure perform carry
    achieve reach please welcome help add learn check show create follow require support work choose visit explain
    describe mention discuss receive specify expect apply improve increase reduce avoid start begin understand remember
    write read call run build prefer install save exist occur define declare depend accept send return obtain yield
    generate configure customize handle set update override combine convert implement pass""".split()
_GENERIC = """new old right sure true full good great nice fine many more much most less few several enough further far
    near able available possible due various certain different particular specific whole entire total same please well
    first second third last next previous following other another such own only single multiple additional extra
    similar important useful simple easy complete current existing main actual correct necessary interesting
    corresponding respective relevant appropriate desired detailed better best worse worst bad recent original
    usual""".split()

BARE_VERBS: frozenset[str] = frozenset(_VERBS)
"""Verbs of much use: at the head of words they make a clause of them, not a term (*use agents*)."""
GENERIC: frozenset[str] = frozenset(_GENERIC)
"""Adjectives that belong to no term: they say which one is meant (*new project*)."""
UNLIKELY: frozenset[str] = LIGHT | STOP | BARE_VERBS | GENERIC | frozenset(NUMBERS) | frozenset(PRONOUNS)
"""Words that are no term by themselves, whatever they are rendered by."""
NO_EDGE: frozenset[str] = (
    (LIGHT & BARE_VERBS)
    | GENERIC
    | frozenset(
        """all both half get thing way stuff lot bit couple lots fact matter someone somebody anyone anybody everyone
        something anything everything nothing quite rather pretty somewhat slightly fairly really actually
        basically simply merely virtually almost nearly extremely highly particularly especially
        certainly surely obviously clearly indeed perhaps maybe probably possibly likely however
        therefore thus hence moreover furthermore nevertheless nonetheless instead otherwise anyway
        besides meanwhile eventually finally currently recently usually generally typically often always
        ever never already yet once now then soon later ago together along around across through
        throughout away back forth forward ahead aside apart cannot etc per toward towards without
        within beyond among between against under above below behind beside during before after where
        when why how what who whatever whenever wherever whoever which via example following also not no
        never al et eg ie fig figure section chapter page""".split()
    )
)
"""Words that neither begin nor end a term of several words."""

NOUN_AFTER: frozenset[str] = frozenset(
    """a an the this that these those each every any some no another of in on at by for from with as into onto upon
    about between per""".split()
)
"""Words before which a noun phrase begins."""
VERB_AFTER: frozenset[str] = frozenset(
    """to can could will would shall should may might must do does did don doesn didn cannot not never who please let
    always also""".split()
)
"""Words before which a verb stands."""
OBJECT: frozenset[str] = frozenset("a an the this these those each every any some both".split())
"""Words with which an object begins: what stands before them is a verb, not the end of a noun phrase."""
SUBJECTS: frozenset[str] = frozenset("i you he she it we they".split())
"""Pronouns: a verb stands after them as they are, a noun phrase after their other forms (*your*), which are objects."""
LIGHT_VERB_BEFORE = deferred(
    r"\b(?:g(?:ive[sn]?|iving|ave)|ha(?:ve|s|d|ving)|t(?:ake[sn]?|aking|ook)|ma(?:kes?|king|de))"
    r" (?:(?:an?|the|any|no|more|some) )?\Z",
    re.IGNORECASE,
)
"""A verb of little meaning before a noun that says what is done (*give priority to*, *have the option to*)."""
