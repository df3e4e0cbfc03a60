"""English words with numbers in them and no value: set phrases, names, code, list marks. Nothing firm is found."""

from __future__ import annotations

import pytest

from aligncheck.facts import Facts, Strength
from aligncheck.model.text import Mark

ENGLISH = """\
May I come in?
She may march on.
Put one's faith in it.
one another
no one knew
hundreds of boats
dozens of letters
a few hundred miles
several thousand people
many millions
the first thing
a second thought
wait a second
at first sight
both of them
a couple of hours
half asleep
twin towers
a single cause
once upon a time
multi-million pound deal
`x = 42`
see https://example.org/2019/06/08
write to a1@b2.org
<td colspan="3">
``range(10)``
&#8212;
a quarter past
zero tolerance
the zeroth law
sun and sea
sat down
the august body
secondly
in the thirties
a dual role
twice shy
double bass
binary search
a decade
the next century
tennis
often
weighty
someone
everyone
alone
phone
stone
bone
attention
tension
freight
height
lent
onset
nineties music
two
one day
24/7
100% sure
COVID-19
H1N1
GPT-4
utf8
x86
(1) the wharf
(2) the mill
1. The wharf
2) The mill
1.2.3.4
v2
World War II
Wang Er
v1.2
by and by
won over
Mars
decent
third world
two and two together
seven days a week
spring water
a spring in her step
they sprang up
springs of water
prices fall
fall asleep
an early bird
a late arrival
mid-air
the end of the line
the middle of nowhere
the start of something
by the end of it
the last straw
last but not least
next to the door
next of kin
day by day
day after day
year after year
week in, week out
the other day
this is it
this much
that day
the next day
today's fashion
in the fall
a cold winter
at the turn of the century
scores of fans
the score
he scores often
tens of thousands of people
hundreds of thousands
several hundred thousand
a few million
thousands upon thousands
for one thing
at once
one by one
one of them
no one else
one-off
one-way street
a one-man show
to a man
I think so
Roe v. Wade
the X factor
George V
Chapter I
Type II
Henry VIII
Louis XVI
a quarter-final
quarterback
half-hearted
half a mind
at half mast
June smiled
Mark my words
mark time
a real league
a bar of soap
cup of tea
in dire straits
on all fours
forty winks
cats have nine lives
sixth sense
the eleventh hour
third-party tools
a third-rate film
take five
two birds with one stone
a hundred percent
second-hand
second nature
split second
second to none
seconds later
first aid
first and foremost
first name
zero-sum
zero in on
the twenties
a century ago
double glazing
a double room
triple jump
dual carriageway
once more
twice a day
may well
May it please you
to march
the march of time
the sun sets
he sat
she wed him
20/20 vision
three cheers
round the clock
the grand piano
a clock
off the coast
June said so
the first hour
the May government
"""


def _firm(text: str, lang: str) -> list[str]:
    return [fact.text for fact in Facts.of(text, lang) if fact.strength > Strength.WEAK]


@pytest.mark.parametrize("text", ENGLISH.splitlines())
def test_english_states_nothing(text: str) -> None:
    assert _firm(text, "en") == []


@pytest.mark.parametrize("kind", ["code", "math", "html", "image", "placeholder"])
def test_nothing_is_read_inside_markup(kind: str) -> None:
    mark = Mark(kind, 4, 12)  # type: ignore[arg-type]
    assert _firm("Run sleep 30 now", "en") == ["30"]
    assert [fact.text for fact in Facts.of("Run sleep 30 now", "en", [mark])] == []


def test_an_unknown_language_has_no_values() -> None:
    assert Facts.of("48 Züge", "de").facts == ()
