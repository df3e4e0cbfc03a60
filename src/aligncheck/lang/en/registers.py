"""Words that tell what kind of text they stand in: about software, of science. Not a glossary."""

from __future__ import annotations

from aligncheck.lang.patterns import deferred

SOFTWARE = frozenset(
    """api apis async backend cli codebase compiler css dataset debugger dependency dependencies docker frontend
    framework frameworks git github gitlab html http https javascript json kubernetes localhost middleware npm
    plugin plugins readme repo repos repository repositories sdk software sql syntax url urls username utf runtime
    boolean metadata markdown yaml config configs hostname changelog toolchain unix linux contributor contributors
    maintainer maintainers open-source""".split()
)
"""Such words mark a document whose readers know many an English term."""

COMPUTING = SOFTWARE | frozenset(
    """argument arguments array attribute attributes browser buffer bug bugs button byte bytes cache callback class
    click client code codes command commands console cookie cookies cursor database default defaults desktop
    directory editor email error exception exceptions file files filesystem folder function functions game games
    gui handler handlers hash header headers input install instance integer interface interpreter iterator kernel key
    keyboard keyword label library line login loop menu method methods module modules mouse network object objects
    online option options output package packages page parameter parameters parser password path pixel pixels
    platform pointer port process processes processor program programs prompt protocol queue request requests
    return returns screen script scripts server servers session shell socket sockets stack standard statement stream
    string strings subclass system tab table tag template terminal terminals thread threads token tokens tool
    type types user username users value values variable variables version web website widget widgets window
    windows wrapper""".split()
)
"""Words such a sentence often has; each has other uses too, so they prove nothing about a document."""

IDENTIFIER = deferred(
    r"\w_\w|\w\(\)|[`*]\w+[`*]|(?<!\w)\.[a-z]\w+|\w\.(?:py|js|md|txt|com|org|net|html?|exe|zip)\b|[a-z][A-Z]"
    r"|(?<![\w-])--?[a-z]|[\\/#@{}<>|=]"
)
"""A sign of code in a sentence: an identifier, a file, an option, an account."""

NO_TERM = frozenset(
    """the a an their your our his her its these those which such some any every each several many few most other
    another own same different certain old new previous next last whole good bad important necessary possible""".split()
)
"""Words that point, count or judge: what holds one is a phrase of somebody's prose, and no technical term."""

SCIENTIFIC = deferred(
    r"[a-z]{3,}(?:oids?|ins?|ines?|ases?|osis|oses|itis|emia|aemia|omas?|ides?|ols?|cytes?|genic|pathy|ectomy|philic"
    r"|phobic|ology|genesis|lysis|statin|mab|azole|cillin)"
)
"""A word that no dictionary lists, and that is a term of science by its ending."""
