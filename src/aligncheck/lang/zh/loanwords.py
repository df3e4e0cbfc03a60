"""English words that Chinese text keeps in Latin letters by habit; not a dictionary."""

from __future__ import annotations

KEPT = frozenset(
    """api app apps bug bugs blog vlog podcast cookie cookies debug demo diff email emoji fork gif git hash hashtag
    id ids ip jpg json key linux logo meme mp npm npx ok online pc pdf ppt pip png prompt pull push python query
    repo selfie server shell slug spam sql ssh super tab tag tags tcp token tokens uri url urls usb user vip vs
    web wifi wiki xml yaml yml zip vpn sdk cli gui ui ux css html http https dna rna mrna ph kg km cm mm ml mg
    nm am pm et al via de la von van der le du bin al el""".split()
)
