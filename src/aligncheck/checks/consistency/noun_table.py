"""The nouns of several documents in one table, to look at those only of which something can be said. Knows no text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from aligncheck.checks.consistency.nouns import FIELDS, FIRST, Place

_DTYPE = np.dtype([(name, f"<{kind}") for name, kind in zip(Place._fields, FIELDS, strict=True)])
_Mask = NDArray[np.bool_]


class NounTable:
    """The places that ``noun_renderings`` packed of each document, by the document's number; each goes with it."""

    def __init__(self, packed: Mapping[int, bytes]) -> None:
        self._places = np.frombuffer(b"".join(packed.values()), _DTYPE)
        many = [len(some) // _DTYPE.itemsize for some in packed.values()]
        self._documents = np.repeat(np.array(list(packed), np.int64), many)

    def varied(self, least: int) -> Iterator[tuple[int, Place]]:
        """The places of keys with more than so many, and with more than one rendering."""
        if len(self._places):
            _, key, times = np.unique(self._places["key"], return_inverse=True, return_counts=True)
            differing = np.unique((key.astype(np.uint64) << np.uint64(32)) | self._places["rendering"])
            renderings = np.bincount((differing >> np.uint64(32)).astype(np.int64))
            yield from self._chosen(((times > least) & (renderings > 1))[key])

    def heads(self) -> Iterator[tuple[int, Place]]:
        """One place of each noun that stands by itself or ends a phrase."""
        _, first = np.unique(self._places["key"], return_index=True)
        chosen = np.zeros(len(self._places), bool)
        chosen[first] = True
        yield from self._chosen(chosen & (self._places["kind"] != FIRST))

    def of(self, keys: Collection[int]) -> Iterator[tuple[int, Place]]:
        """The places of these keys."""
        yield from self._chosen(np.isin(self._places["key"], np.array(list(keys), np.uint64)))

    def _chosen(self, mask: _Mask) -> Iterator[tuple[int, Place]]:
        return zip(self._documents[mask].tolist(), map(Place._make, self._places[mask].tolist()), strict=True)
