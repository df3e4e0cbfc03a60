"""English names of units and currencies: every code has one, and words that are units only at times."""

from __future__ import annotations

import pytest

from aligncheck.facts import Facts
from aligncheck.facts.notation import canonical
from aligncheck.facts.units import CURRENCIES, DIMENSION
from aligncheck.lang.en.unit_names import EXACT
from aligncheck.lang.en.units import MONEY, UNITS

TABLE = """\
SEK 200 => 200 SEK
12 kronor => 12 SEK
C$40 => 40 CAD
NZ$8 => 8 NZD
R$20 => 20 BRL
₹500 => 500 INR
50€ => 50 EUR
500 baht => 500 THB
700 pesos => 700 PESO
3 million zlotys => 3000000 PLN
TRY 30 million => 30000000 TRY
fifty pence => 50 PNY
8 fathoms => 8 fathom
4 tbsp => 4 tbsp
6 fl oz => 6 floz
2 pints => 2 pint
12 stone => 12 st
100 mW => 100 mW
100 MW => 100 MW
1013 hPa => 1013 hPa
120 mmHg => 120 mmHg
30 psi => 30 psi
100 dB => 100 dB
5 mmol => 5 mmol
220 kV => 220 kV
300 K => 300 K
200 hp => 200 hp
100 Mbps => 100 Mbps
5 m/s => 5 mps
1.2 km³ => 1.2 km3
1.5 AU => 1.5 au
20 ml => 20 ml
5 dm => 5 dm
3 furlongs => 3 furlong
20 leagues => 20 league
3 zhang => 3 zhang
6 chi => 6 chi
2 cun => 2 cun
10 parsecs => 10 pc
5 taels => 5 liang
3 picul => 3 dan
4 qing => 4 qing
8 fl. oz. => 8 floz
7 cubic feet => 7 ft3
3 atmospheres => 3 atm
2 bar => 2 bar
5 GJ => 5 GJ
3 MWh => 3 MWh
12 TWh => 12 TWh
5 mV => 5 mV
20 mA => 20 mA
64 kbps => 64 kbps
2 mol => 2 mol
5 IU => 5 iu
20 carats => 20 ct
50 cl => 50 cl
3 dl => 3 dl
5 quarts => 5 qt
two consecutive quarters => 2 qtr
90 shekels => 90 ILS
40 rials => 40 SAR/IRR
60 kroner => 60 NOK/DKK
30 Swiss francs => 30 CHF
80 hryvnias => 80 UAH
300 tenge => 300 KZT
9 dirhams => 9 AED
50 rand => 50 ZAR
1,000 rupiah => 1000 IDR
20,000 dong => 20000 VND
2 bitcoins => 2 BTC
10 Canadian dollars => 10 CAD
6 New Zealand dollars => 6 NZD
100 Deutschmarks => 100 DEM
100,000 Italian lire => 100000 ITL
ZAR 40 => 40 ZAR
kr 200 => 200 SEK/NOK/DKK
Rs 500 => 500 INR
won 3 games => 3
2 won prizes => 2
PHP 7 => 7
try 5 times => 5
12 stone walls => 12
3 Zhang brothers => 3
3 cup finals => 3
1080p => 1080
5 mph => 5 mph
in the ninth week => no. 9 wk
the 21st day => no. 21 d
the fourth consecutive month => no. 4 mo
the ninth weekend => no. 9
fell by a third in May => 1/3; --05
open round the clock => 24 h
run out the clock =>
the first six months => no. 1; 6 mo
€3bn-5bn => 3000000000 EUR; 5000000000 EUR
5km-10km => 5 km; 10 km
38 km per second => 38 kmps
9 kilometres a second => 9 kmps
5 metres per second => 5 mps
60 miles an hour => 60 mph
a 70-mile-an-hour gale => 70 mph
120 km an hour => 120 kmh
5'10" tall => 70 in
6ft 2in => 74 in
6 ft 2 in => 74 in
a plank of six feet two inches => 74 in
she is five foot nine => 69 in
5 ft 2 men => 5 ft; 2
6 ft 2 in the shade => 6 ft; 2
ten feet two men => 10 ft; 2
a five-foot wall => 5 ft
a quarter of a century => 25 y
a quarter century ago => 25 y
a third of a year => 4 mo
three quarters of an hour => 45 min
three-quarters of a mile => 0.75 mi
a quarter-mile track => 0.25 mi
three quarters of a dozen => 9
a third of a million => 1000000/3
a third child => no. 3
30% off => 30% off
20-30% off => 20% off; 30% off
a 20% discount => 20% off
a discount of up to 20% => 20% off
save 20% => 20% off
20% office space => 20%
discounts for 20% of them => 20%
2 percentage points => 2% pt
a 25-basis-point cut => 0.25% pt
half a percentage point => 0.5% pt
a half-point cut => 0.5% pt
a quarter-point rise => 0.25% pt
a three-quarter-point increase => 0.75% pt
half a point ahead => 0.5
half a per cent => 0.5%
a quarter of one percent => 0.25%
"""


@pytest.mark.parametrize("line", TABLE.splitlines())
def test_value(line: str) -> None:
    text, _, expected = line.partition(" =>")
    assert "; ".join(canonical(fact.readings[0]) for fact in Facts.of(text, "en")) == expected.strip()


def _codes(names: dict[str, str]) -> set[str]:
    return {code for codes in names.values() for code in codes.split("|")}


def test_every_unit_has_an_english_name() -> None:
    # A ke is a quarter of an hour in English, and 25 bps are basis points before they are bits.
    assert set(DIMENSION) - _codes(UNITS) - set(EXACT.values()) == {"ke", "bps"}


def test_every_currency_has_an_english_name() -> None:
    assert CURRENCIES - _codes(MONEY) - {"GBP"} == {"YUAN"}


def test_every_english_unit_is_known() -> None:
    assert _codes(UNITS) - {""} <= set(DIMENSION) | {"GBP"}
    assert _codes(MONEY) <= CURRENCIES


@pytest.mark.parametrize("text", ["the real estate", "Rand said so", "a dong rang", "in the league", "at the bar"])
def test_units_need_a_number(text: str) -> None:
    assert Facts.of(text, "en").facts == ()
