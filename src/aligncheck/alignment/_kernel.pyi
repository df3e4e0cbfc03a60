from typing import Any

from numpy.typing import NDArray

_Array = NDArray[Any]

def postings(
    sentence: _Array, kind: _Array, link_at: _Array, link_to: _Array, link_value: _Array, types: int
) -> tuple[_Array, _Array, _Array, _Array]: ...
def ranges(kind: _Array, low: _Array, high: _Array, start: _Array, at: _Array) -> tuple[_Array, _Array]: ...
def gains(
    kind: _Array,
    cuts: _Array,
    low: _Array,
    start: _Array,
    at: _Array,
    value: _Array,
    rest: _Array,
    scale: _Array,
    weight: _Array,
    size: _Array,
    widths: _Array,
    most: int,
    cap: float,
    hints: _Array,
) -> _Array: ...
def bead_scores(
    english: _Array,
    chinese: _Array,
    begin: _Array,
    end: _Array,
    english_length: _Array,
    chinese_length: _Array,
    english_cross: _Array,
    chinese_cross: _Array,
    low: _Array,
    widths: _Array,
    turned: _Array,
    a: _Array,
    b: _Array,
    own_en: float,
    own_zh: float,
    lonely: float,
    length: float,
    grain: float,
) -> _Array: ...
def posteriors(
    scores: _Array,
    lows: _Array,
    row_counts: _Array,
    columns: _Array,
    room: _Array,
    downs: _Array,
    rights: _Array,
    firsts: _Array,
    lasts: _Array,
    a: _Array,
    b: _Array,
    onward: float,
) -> tuple[_Array, _Array, _Array, _Array]: ...
def best_paths(
    scores: _Array,
    lows: _Array,
    row_counts: _Array,
    columns: _Array,
    room: _Array,
    downs: _Array,
    rights: _Array,
    firsts: _Array,
    a: _Array,
    b: _Array,
    onward: float,
) -> list[list[tuple[int, int]]]: ...
