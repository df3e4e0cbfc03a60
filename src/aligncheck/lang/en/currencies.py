"""English names, codes and signs of currencies, each with its code in ``facts.units``. Data alone."""

from __future__ import annotations

_NAMES: dict[str, str] = {
    "CNY": "renminbi yuan chinese_yuan",
    "DOLLAR": "buck bucks",
    "USD": "dollar dollars us_dollar us_dollars u.s._dollars u.s._dollar american_dollars",
    "EUR": "euro euros €",
    "GBP": "pounds_sterling sterling quid british_pounds £",
    "JPY": "yen japanese_yen",
    "KRW": "won south_korean_won korean_won ₩",
    "INR": "rupee rupees indian_rupees ₹",
    "PKR": "pakistani_rupees pakistani_rupee",
    "RUB": "rouble roubles ruble rubles russian_rubles russian_roubles ₽",
    "CHF": "swiss_francs swiss_franc",
    "FRF": "french_francs french_franc",
    "FRANC": "franc francs",
    "AUD": "australian_dollar australian_dollars aussie_dollars",
    "CAD": "canadian_dollar canadian_dollars",
    "NZD": "new_zealand_dollar new_zealand_dollars",
    "HKD": "hong_kong_dollar hong_kong_dollars",
    "TWD": "taiwan_dollar taiwan_dollars new_taiwan_dollars taiwanese_dollars",
    "SGD": "singapore_dollar singapore_dollars",
    "SEK": "krona kronor swedish_kronor swedish_krona swedish_crowns",
    "NOK": "norwegian_kroner norwegian_krone norwegian_crowns",
    "DKK": "danish_kroner danish_krone danish_crowns",
    "NOK|DKK": "krone kroner",
    "PLN": "zloty zlotys zlotych złoty zł",
    "CZK": "koruna korunas czech_crowns czech_koruna",
    "HUF": "forint forints",
    "TRY": "turkish_lira turkish_liras ₺",
    "ITL": "italian_lira italian_lire",
    "TRY|ITL": "lira liras lire",
    "ILS": "shekel shekels israeli_shekels ₪",
    "SAR": "saudi_riyals saudi_riyal",
    "IRR": "iranian_rials iranian_rial",
    "SAR|IRR": "riyal riyals rial rials",
    "AED": "dirham dirhams emirati_dirhams",
    "EGP": "egyptian_pound egyptian_pounds",
    "ZAR": "rand south_african_rand",
    "NGN": "naira nairas ₦",
    "KES": "kenyan_shilling kenyan_shillings",
    "BRL": "reais brazilian_real brazilian_reais reals brazilian_reals",
    "MXN": "mexican_peso mexican_pesos",
    "ARS": "argentine_peso argentine_pesos argentinian_pesos",
    "CLP": "chilean_peso chilean_pesos",
    "PHP": "philippine_peso philippine_pesos ₱",
    "PESO": "peso pesos",
    "THB": "baht thai_baht ฿",
    "VND": "dong vietnamese_dong ₫",
    "MYR": "ringgit malaysian_ringgit",
    "IDR": "rupiah rupiahs indonesian_rupiah",
    "BDT": "taka",
    "UAH": "hryvnia hryvnias hryvnya ukrainian_hryvnias ₴",
    "KZT": "tenge ₸",
    "IQD": "iraqi_dinar iraqi_dinars",
    "DEM": "deutschmark deutschmarks deutsche_mark deutsche_marks d-marks german_marks",
    "ESP": "peseta pesetas",
    "BTC": "bitcoin bitcoins ₿",
    "CNT": "cent cents ¢",
    "PNY": "pence penny p",
}
CURRENCY_NAMES: dict[str, str] = {
    name.replace("_", " "): code for code, names in _NAMES.items() for name in names.split()
}
"""Lower-case name or sign after a figure → code; codes joined by ``|`` share the name."""

CODES: dict[str, str] = {code.lower(): code for code in _NAMES if len(code) == 3 and code not in {"CNT", "PNY"}}
CODES |= {"rmb": "CNY", "rs": "INR", "rs.": "INR", "nis": "ILS", "sfr": "CHF", "inr": "INR"}
"""Lower-case code → code. They stand before or after a figure."""

ALSO_WORDS = frozenset("cad php try esp sar ars clp dem all".split())
"""Codes that name other things too (PHP 7, CAD 2019): they need a figure in groups or with a scale."""

SIGNS: dict[str, str] = {
    "us$": "USD", "u.s.$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "can$": "CAD",
    "nz$": "NZD", "hk$": "HKD", "nt$": "TWD", "s$": "SGD", "r$": "BRL", "mex$": "MXN",
    "€": "EUR", "£": "GBP", "¥": "CNY|JPY", "￥": "CNY|JPY", "₩": "KRW", "₹": "INR", "₨": "INR|PKR", "₽": "RUB",
    "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₴": "UAH", "₸": "KZT", "₦": "NGN", "₱": "PHP", "₿": "BTC",
    "zł": "PLN", "kr": "SEK|NOK|DKK", "kr.": "SEK|NOK|DKK",
}  # fmt: skip
"""What stands before a figure of money → currency code."""
