"""English names and patterns of dates, weekdays and decades. Knows no plain numbers."""

from __future__ import annotations

from aligncheck.lang.patterns import any_of, deferred

_MONTHS = """january february march april may june july august september october november december""".split()
MONTHS: dict[str, int] = {name: i for i, name in enumerate(_MONTHS, 1)}
MONTHS |= {name[:3]: i for name, i in list(MONTHS.items()) if name != "may"} | {"sept": 9}
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: dict[str, int] = {name: i for i, name in enumerate(_DAYS, 1)}
WEEKDAYS |= {name + "s": i for name, i in list(WEEKDAYS.items())}
WEEKDAYS |= {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
ORDINAL_DAYS: dict[str, int] = {
    word: i
    for i, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second
    twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth
    thirtieth thirty-first""".split(),
        1,
    )
}
ORDINAL_DAYS |= {
    f"{tens} and {word[7:]}": day
    for word, day in list(ORDINAL_DAYS.items())
    for tens in ("twenty", "thirty")
    if word.startswith(tens + "-")
}
AGE = deferred(
    r"\b(?:in(?:to)?|out of|entering|reached) (?:his|her|their|my|our|your|its)(?: (?:early|mid|late))?[ -]$"
)
"""What makes the thirties an age."""

AMBIGUOUS_NAMES = frozenset(
    {"may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan", "second", "august", "april", "june"}
)
"""Names that are common words or people too: they need a capital, and company, to count."""

_MONTH = any_of(MONTHS)
_YEAR = (
    rf"(?:(?:,\s?|\s|-|\sof\s|/)(?P<y>(?:1[0-9]|20)[0-9]{{2}})(?![0-9]|,[0-9]{{3}}|\.[0-9]|[a-z]|-(?!{_MONTH})[a-z])"
    r"|,?\s'(?P<s>[0-9]{2})(?![0-9a-z]))?"
)
_SUFFIX = r"(?:st|nd|rd|th)?"
MONTH_FIRST = deferred(
    rf"(?P<m>{_MONTH})(?![a-z])\.?"
    rf"(?:[ -](?:the )?(?P<d>[0-3]?[0-9]){_SUFFIX}"
    rf"(?![0-9:]|[.,][0-9]{{1,2}}(?![0-9])|,[0-9]{{3}}(?![0-9])|\s?%))?{_YEAR}"
)
"""``June 8``, ``June 8th, 2019``, ``June 2019``, ``June``."""

DAY_FIRST = deferred(rf"(?P<d>[0-3]?[0-9]){_SUFFIX}(?:[ -]|\s(?:day\s)?of\s|\s)(?P<m>{_MONTH})(?![a-z])\.?{_YEAR}")
"""``8 June``, ``8th of June 2019``."""

ORDINAL_DAY_OF = deferred(
    rf"(?P<d>{any_of(ORDINAL_DAYS)})(?: day)?,? (?:of|in) "
    rf"(?:the (?:(?P<n>{any_of(ORDINAL_DAYS)})) month|(?P<m>{_MONTH})(?![a-z]))"
)
"""``the fourteenth day of the first month``, ``the first of May``."""

MONTH_ORDINAL = deferred(rf"(?P<m>{_MONTH}) (?:the )?(?P<d>{any_of(ORDINAL_DAYS)})(?![a-z-])")
DAYS_BEFORE = deferred(
    r"([0-3]?[0-9])(?:st|nd|rd|th)?(?:\s?[-/&]\s?|(?:,? (?:and|to|or|through|until|till) |, ))(?:the )?(?=[0-3]?[0-9])"
)
"""A day that shares the month of one after it: ``6-8 June``, ``the 6th and 8th of June``."""

DAY_LIST = deferred(
    r"\s?(?:-|to|and|,|through|until|till|&|or)\s?(?:the )?([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9a-z:%.]|,[0-9])"
)
"""Further days that share a month: ``June 4-8``, ``June 4 and 8``."""

DECADE = deferred(r"(?P<y>(?:1[0-9]|20)[0-9]0|'?(?:[2-9]0|00))'?s(?![a-z0-9])")
"""``1920s``, ``'60s``."""

DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
CENTURY = deferred(
    r"(?:st|nd|rd|th)?(?:[ -](?:and|or|to)[ -][a-z0-9-]+)?(?:[ -]|[ -](?:and|or) )?centur(?:y|ies)(?![a-z])"
)
YEAR_BEFORE = deferred(
    r"(?:\b(?:in|since|by|from|until|till|of|during|before|after|to|and|year|mid|early|late|spring|summer|autumn|fall|winter|fy|fiscal|quarter|half|[qh][1-4]|ad|circa|between|around|through)"
    r"|[-(,&/])\s?$"
)
"""What makes a bare four-digit figure a year."""
