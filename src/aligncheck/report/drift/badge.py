"""A badge for a README: how much of the translation is current; knows nothing of documents."""

from __future__ import annotations

from aligncheck.model.drift import DriftStatus
from aligncheck.report.drift.standing import share

_COLOURS = ((0.95, "#2d6a30"), (0.8, "#5c6300"), (0.5, "#8a5200"), (0.0, "#a8261b"))
"""From this share on, a colour on which white is legible (WCAG AA)."""
_UNKNOWN = "#5f5f5f"
_CELL = 6.6
"""Units a character takes at most, in a sans-serif of 11; ``textLength`` makes the text as wide in every font."""
_PADDING = 6


def write(status: DriftStatus) -> bytes:
    """``translation | 93% current`` as an SVG of 20 units' height: static, no script, no font, no address."""
    current = share(status)
    value = "no documents" if current is None else f"{current} current"
    whole = status.summary.share_current
    colour = _UNKNOWN if current is None else next(c for least, c in _COLOURS if whole >= least or least == 0.0)
    left, right = _width("translation"), _width(value)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="translation: {value}">\n'
        f"<title>translation: {value}</title>\n"
        f'<clipPath id="r"><rect width="{left + right}" height="20" rx="3"/></clipPath>\n'
        f'<g clip-path="url(#r)"><rect width="{left}" height="20" fill="#454545"/>'
        f'<rect x="{left}" width="{right}" height="20" fill="{colour}"/></g>\n'
        '<g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" aria-hidden="true">'
        f"{_text('translation', 0)}{_text(value, left)}</g>\n</svg>\n"
    ).encode()


def _width(text: str) -> int:
    return round(len(text) * _CELL) + 2 * _PADDING


def _text(text: str, x: int) -> str:
    return f'<text x="{x + _PADDING}" y="14" textLength="{_width(text) - 2 * _PADDING}">{text}</text>'
