"""English words that Chinese text keeps in Latin letters by habit; not a dictionary."""

from __future__ import annotations

_COMPUTING = """api apis app apps beta bug bugs bash canvas cookie cookies debug demo diff fork forks gif git
    hash hashtag id ids ip jpg json key linux logo mp npm npx ok online pc pdf ping ppt pip png prompt prompts pull
    push python query repo repos issue issues commit commits props selfie server shell slug spam sql ssh super tab
    tag tags tcp token tokens uri url urls usb user vip web wifi wiki xml yaml yml zip vpn sdk cli gui ui ux css
    html http https patch merge rebase log logs bit bits byte bytes cpu gpu ram rom"""
_EVERYDAY = """blog vlog vlogger podcast email emails emoji meme vs party fans cosplay brunch rap rapper hip-hop disco
    freestyle solo"""
_MEASURES = """ph kg km cm mm ml mg nm am pm dna rna mrna cos sin tan log ln lim max min exp mod det arg"""
_NAMES = """et al via de la von van der le du bin el"""

KEPT = frozenset(f"{_COMPUTING} {_EVERYDAY} {_MEASURES} {_NAMES}".split())
"""Words of the computer, of everyday talk, of science, and particles of names; in lower case."""

SLANG = frozenset(
    """battle call case cool cover cut deadline down fan feel focus happy high hold idea level live look low man nice
    offer only out over pose pass present sense sexy show sorry style talk team thanks title work workshop""".split()
)
"""Words young or business Chinese mixes in for their colour: left on purpose, perhaps."""
