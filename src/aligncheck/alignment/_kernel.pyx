# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The loops of alignment that take the most time, compiled: what gains.py, beads.py and dp.py do with numpy.

Sees only numbers. Every function answers to one of those modules, which say what it computes and run without it;
tests hold both to the same results.
"""

import numpy as np

from libc.math cimport expf, logf, rintf
from libc.stdint cimport int32_t, int64_t

cdef float NONE = -1e30
cdef float POSSIBLE = -1e20
cdef double FAR = 18.0  # exp(-18) adds nothing to 1 in single precision


def postings(const int64_t[::1] sentence, const int64_t[::1] kind, const int64_t[::1] link_at,
             const int64_t[::1] link_to, const float[::1] link_value, Py_ssize_t types):
    """See ``gains.Direction``: for each own type the sentences that answer it, and how well.

    ``sentence`` and ``kind`` are the other side's tokens in order of sentence; the links of other type z stand at
    ``link_at[z] … link_at[z + 1]``. Returns starts (types + 1), sentences, values, and the values' sum by type.
    """
    cdef Py_ssize_t k, p, n = sentence.shape[0]
    cdef int64_t own, place, total = 0
    cdef int64_t[::1] seen = np.full(types, -1, np.int64)
    starts = np.zeros(types + 1, np.int64)
    cdef int64_t[::1] start = starts
    for k in range(n):
        for p in range(link_at[kind[k]], link_at[kind[k] + 1]):
            own = link_to[p]
            if seen[own] != sentence[k]:
                seen[own] = sentence[k]
                start[own + 1] += 1
    for k in range(types):
        start[k + 1] += start[k]
        seen[k] = -1
    total = start[types]
    sentences, values = np.empty(total, np.int32), np.empty(total, np.float32)
    cdef int32_t[::1] at = sentences
    cdef float[::1] value = values
    cdef int64_t[::1] end = starts[:-1].copy()
    for k in range(n):
        for p in range(link_at[kind[k]], link_at[kind[k] + 1]):
            own = link_to[p]
            if seen[own] != sentence[k]:
                seen[own] = sentence[k]
                place = end[own]
                end[own] += 1
                at[place] = <int32_t>sentence[k]
                value[place] = link_value[p]
            else:
                place = end[own] - 1
                if link_value[p] > value[place]:
                    value[place] = link_value[p]
    sums = np.zeros(types, np.float64)
    cdef double[::1] mass = sums
    for k in range(types):
        for p in range(start[k], start[k + 1]):
            mass[k] += value[p]
    return starts, sentences, values, sums


cdef inline int64_t lower(const int32_t[::1] at, int64_t first, int64_t last, int64_t wanted) noexcept nogil:
    """The first place from ``first`` to ``last`` whose entry is not below ``wanted``."""
    cdef int64_t middle
    while first < last:
        middle = (first + last) // 2
        if at[middle] < wanted:
            first = middle + 1
        else:
            last = middle
    return first


def ranges(const int64_t[::1] kind, const int64_t[::1] low, const int64_t[::1] high, const int64_t[::1] start,
           const int32_t[::1] at):
    """See ``gains.Direction.ranges``."""
    cdef Py_ssize_t k, n = kind.shape[0]
    begins, ends = np.empty(n, np.int64), np.empty(n, np.int64)
    cdef int64_t[::1] begin = begins
    cdef int64_t[::1] end = ends
    for k in range(n):
        begin[k] = lower(at, start[kind[k]], start[kind[k] + 1], low[k])
        end[k] = lower(at, begin[k], start[kind[k] + 1], high[k])
    return begins, ends


def gains(const int64_t[::1] kind, const int64_t[::1] cuts, const int64_t[::1] low, const int64_t[::1] start,
          const int32_t[::1] at, const float[::1] value, const float[::1] rest, const float[::1] scale,
          const float[::1] weight, const float[:, ::1] size, const int64_t[::1] widths, Py_ssize_t most,
          float cap, int64_t[::1] hints):
    """See ``gains.Direction.gains``; the tokens of row r are ``cuts[r] … cuts[r + 1]``.

    ``hints`` (types) keeps where each type's postings were last looked at: rows come in order, mostly.
    """
    cdef Py_ssize_t rows = low.shape[0], windows = size.shape[0], count = size.shape[1] - 1
    cdef Py_ssize_t width, room
    cdef Py_ssize_t r, k, c, w, first, last
    cdef int64_t p, own, place
    cdef float base, found, gain
    table = np.zeros((windows, rows, most), np.float32)
    cdef float[:, :, ::1] result = table
    cdef float[::1] near = np.zeros(most + windows, np.float32)
    cdef float[::1] window = np.zeros(most + windows, np.float32)
    cdef float nothing
    for r in range(rows):
        if cuts[r] == cuts[r + 1]:
            continue
        width = widths[r]
        room = width + windows - 1
        nothing = 0
        for k in range(cuts[r], cuts[r + 1]):
            own = kind[k]
            base = logf(rest[own]) * weight[own]
            nothing += base
            place = hints[own]
            if place > start[own] and at[place - 1] >= low[r]:
                place = start[own]
            last = min(place + 8, start[own + 1])
            while place < last and at[place] < low[r]:
                place += 1
            if place == last:
                place = lower(at, place, start[own + 1], low[r])
            hints[own] = place
            first, last = room, -1
            for p in range(place, start[own + 1]):
                if at[p] >= low[r] + room:
                    break
                c = <Py_ssize_t>(at[p] - low[r])
                near[c] = window[c] = value[p]
                first = min(first, c)
                last = c
            if last < 0:
                continue
            for w in range(windows):
                for c in range(max(0, first - w), min(width, last + 1)):
                    if w and near[c + w] > window[c]:
                        window[c] = near[c + w]
                    found = window[c]
                    if found > 0:
                        gain = min(logf(rest[own] + scale[own] * found * size[w, min(low[r] + c, count)]), cap) * weight[own]
                        result[w, r, c] += gain - base
            for c in range(max(0, first - windows + 1), last + 1):
                near[c] = window[c] = 0
        for w in range(windows):
            for c in range(width):
                result[w, r, c] += nothing
    return table


def bead_scores(const float[:, :, ::1] english, const float[:, :, ::1] chinese, const float[:, ::1] begin,
                const float[:, ::1] end, const double[::1] english_length, const double[::1] chinese_length,
                const float[::1] english_cross, const float[::1] chinese_cross, const int64_t[::1] low,
                const int64_t[::1] widths, const int64_t[::1] turned, const int64_t[::1] a, const int64_t[::1] b, float own_en, float own_zh,
                float lonely, double length, float grain):
    """See ``beads.bead_scores``; ``low`` and ``turned`` count from the piece's first column and row."""
    cdef Py_ssize_t rows = begin.shape[0], width = begin.shape[1], kinds = a.shape[0]
    cdef Py_ssize_t count = chinese_length.shape[0] - 1, height = chinese.shape[2]
    cdef Py_ssize_t r, c, t, e, z, k, j, place
    cdef float value, gain
    cdef double left, right, apart
    cdef bint inside
    table = np.full((rows, kinds, width), NONE, np.float32)
    cdef float[:, :, ::1] result = table
    for r in range(rows):
        for t in range(kinds):
            e, z = a[t], b[t]
            if r + e > rows:
                continue
            for c in range(widths[r]):
                j = low[r] + c
                if j + z > count:
                    break
                inside = True
                value = begin[r, c]
                for k in range(e):
                    place = j - low[r + k]
                    if place < 0 or place >= width:
                        inside = False
                        break
                    gain = english[z - 1, r + k, place]
                    value = value + own_en * gain
                    if e > 1 and gain < 0:
                        value = value + lonely * gain
                if not inside:
                    continue
                for k in range(z):
                    place = r - turned[j + k]
                    if place < 0 or place >= height:
                        inside = False
                        break
                    gain = chinese[e - 1, j + k, place]
                    value = value + own_zh * gain
                    if z > 1 and gain < 0:
                        value = value + lonely * gain
                place = j + z - 1 - low[r + e - 1]
                if not inside or place < 0 or place >= width:
                    continue
                left = english_length[r + e] - english_length[r]
                right = chinese_length[j + z] - chinese_length[j]
                apart = left - right
                value = value + end[r + e - 1, place]
                value = value - <float>(length * apart * apart / max(1.0, (left + right) / 2))
                value = value + (english_cross[r + e - 1] - english_cross[r])
                value = value + (chinese_cross[j + z - 1] - chinese_cross[j])
                result[r, t, c] = rintf(value * grain) / grain
    return table


cdef inline double either(double x, double y) noexcept nogil:
    """Log of the sum of two probabilities given as logarithms."""
    if x < y:
        x, y = y, x
    return x if y < x - FAR else x + logf(1.0 + expf(<float>(y - x)))


cdef inline double total_of(double[::1] values, Py_ssize_t n) noexcept nogil:
    """``either`` of n values."""
    cdef double top = NONE, total = 0
    cdef Py_ssize_t k
    for k in range(n):
        if values[k] > top:
            top = values[k]
    if top <= POSSIBLE:
        return NONE
    for k in range(n):
        if values[k] > top - FAR:
            total += expf(<float>(values[k] - top))
    return top + logf(<float>total)


def posteriors(const float[:, :, :, ::1] scores, const int64_t[:, ::1] lows, const int64_t[::1] row_counts,
               const int64_t[::1] columns, const int64_t[:, ::1] room, const float[:, :, ::1] downs, const float[:, :, ::1] rights,
               const float[:, ::1] firsts, const float[:, ::1] lasts, const int64_t[::1] a, const int64_t[::1] b,
               double onward):
    """See ``dp.posteriors``: probabilities of beads, of lone sentences of both sides, and of nodes."""
    cdef Py_ssize_t batch = scores.shape[0], rows = scores.shape[1], kinds = scores.shape[2], width = scores.shape[3]
    cdef Py_ssize_t x, i, c, t, other, place, used
    cdef double value, total, lone, step = either(0.0, onward)
    tables = (np.zeros((batch, rows, kinds, width), np.float32), np.zeros((batch, rows, width), np.float32),
              np.zeros((batch, rows, width), np.float32), np.zeros((batch, rows, width), np.float32))
    cdef float[:, :, :, ::1] beads = tables[0]
    cdef float[:, :, ::1] down = tables[1]
    cdef float[:, :, ::1] right = tables[2]
    cdef float[:, :, ::1] nodes = tables[3]
    cdef double[:, ::1] to_any = np.empty((rows, width))
    cdef double[:, ::1] to_down = np.empty((rows, width))
    cdef double[:, ::1] to_right = np.empty((rows, width))
    cdef double[:, ::1] on_any = np.empty((rows, width))
    cdef double[:, ::1] on_down = np.empty((rows, width))
    cdef double[:, ::1] on_right = np.empty((rows, width + 1))
    cdef double[::1] ways = np.empty(max(kinds + 3, width))
    for x in range(batch):
        used = row_counts[x]
        for i in range(used):
            for c in range(width):
                to_down[i, c] = NONE
                to_right[i, c] = NONE
                if c >= room[x, i]:
                    to_any[i, c] = NONE
                    continue
                if i == 0:
                    value = firsts[x, c]
                else:
                    for t in range(kinds):
                        ways[t] = NONE
                        other = i - a[t]
                        if other >= 0:
                            place = lows[x, i] - lows[x, other] + c - b[t]
                            if 0 <= place < width and scores[x, other, t, place] > POSSIBLE:
                                ways[t] = to_any[other, place] + scores[x, other, t, place]
                    place = lows[x, i] - lows[x, i - 1] + c
                    if place < width and downs[x, i - 1, place] > POSSIBLE:
                        lone = either(to_any[i - 1, place], to_down[i - 1, place] + onward)
                        to_down[i, c] = max(<double>NONE, lone + downs[x, i - 1, place])
                    ways[kinds] = to_down[i, c]
                    value = total_of(ways, kinds + 1)
                # ``value``: by a bead or a lone sentence of the first side; on_any serves as scratch for it.
                on_any[i, c] = value
                if c and rights[x, i, c - 1] > POSSIBLE:
                    to_right[i, c] = max(<double>NONE, rights[x, i, c - 1] + either(
                        on_any[i, c - 1], to_right[i, c - 1] + step))
                to_any[i, c] = max(<double>NONE, either(value, to_right[i, c]))
        for c in range(width):
            ways[c] = to_any[used - 1, c] + lasts[x, c]
        total = total_of(ways, width)
        for i in range(used - 1, -1, -1):
            on_right[i, width] = NONE
            for c in range(width - 1, -1, -1):
                if c >= room[x, i]:
                    on_right[i, c] = on_any[i, c] = on_down[i, c] = NONE
                    continue
                lone = NONE
                ways[kinds] = lasts[x, c] if i + 1 == used else NONE
                for t in range(kinds):
                    ways[t] = NONE
                    other = i + a[t]
                    if other < used and scores[x, i, t, c] > POSSIBLE:
                        place = lows[x, i] - lows[x, other] + c + b[t]
                        if 0 <= place < width:
                            ways[t] = on_any[other, place] + scores[x, i, t, c]
                            value = ways[t] + to_any[i, c] - total
                            if value > -FAR:
                                beads[x, i, t, c] = expf(<float>min(value, 0.0))
                if i + 1 < used:
                    place = lows[x, i] - lows[x, i + 1] + c
                    if place >= 0 and downs[x, i, c] > POSSIBLE:
                        lone = on_down[i + 1, place] + downs[x, i, c]
                        value = either(to_any[i, c], to_down[i, c] + onward) + lone - total
                        if value > -FAR:
                            down[x, i, c] = expf(<float>min(value, 0.0))
                ways[kinds + 1] = lone
                value = total_of(ways, kinds + 2)
                on_right[i, c] = value
                on_any[i, c] = value
                if rights[x, i, c] > POSSIBLE:
                    on_right[i, c] = max(<double>NONE, either(value, rights[x, i, c] + step + on_right[i, c + 1]))
                    on_any[i, c] = max(<double>NONE, either(value, rights[x, i, c] + on_right[i, c + 1]))
                    if c + 1 < width:
                        value = (either(to_any[i, c], to_right[i, c] + onward) + rights[x, i, c]
                                 + on_right[i, c + 1] - total)
                        if value > -FAR:
                            right[x, i, c] = expf(<float>min(value, 0.0))
                on_down[i, c] = max(<double>NONE, either(on_any[i, c], lone + onward))
                # Whatever passes a node leaves it by a bead or a lone sentence; a run may go on across it.
                nodes[x, i, c] = down[x, i, c] + right[x, i, c]
                for t in range(kinds):
                    nodes[x, i, c] += beads[x, i, t, c]
                if i + 1 == used and to_any[i, c] + lasts[x, c] - total > -FAR:
                    nodes[x, i, c] += expf(<float>min(to_any[i, c] + lasts[x, c] - total, 0.0))
    return tables


def best_paths(const float[:, :, :, ::1] scores, const int64_t[:, ::1] lows, const int64_t[::1] row_counts,
               const int64_t[::1] columns, const int64_t[:, ::1] room, const float[:, :, ::1] downs, const float[:, :, ::1] rights,
               const float[:, ::1] firsts, const int64_t[::1] a, const int64_t[::1] b, float onward):
    """See ``dp.best_paths``; the same additions in the same order and precision, so that ties fall alike."""
    cdef Py_ssize_t batch = scores.shape[0], rows = scores.shape[1], kinds = scores.shape[2], width = scores.shape[3]
    cdef Py_ssize_t x, i, j, c, t, other, place, used, best
    cdef float value, top, lone, run, opened, ahead, step = max(<float>0, onward)
    cdef float[:, ::1] any_ = np.empty((rows, width), np.float32)
    cdef float[:, ::1] down = np.empty((rows, width), np.float32)
    cdef float[:, ::1] right = np.empty((rows, width), np.float32)
    cdef float[::1] gained = np.empty(width, np.float32)
    cdef int state
    cdef bint by_bead, by_right
    paths = []
    for x in range(batch):
        used = row_counts[x]
        for i in range(used):
            for c in range(width):
                down[i, c] = NONE
                top = NONE
                if c >= room[x, i]:
                    gained[c] = NONE
                    continue
                if i == 0:
                    top = firsts[x, c]
                else:
                    for t in range(kinds):
                        other = i - a[t]
                        if other >= 0:
                            place = lows[x, i] - lows[x, other] + c - b[t]
                            if 0 <= place < width:
                                value = any_[other, place] + scores[x, other, t, place]
                                if value > top:
                                    top = value
                    place = lows[x, i] - lows[x, i - 1] + c
                    if place < width:
                        lone = max(any_[i - 1, place], down[i - 1, place] + onward) + downs[x, i - 1, place]
                        down[i, c] = max(lone, NONE)
                    top = max(top, down[i, c])
                gained[c] = top
            run = 0
            ahead = 0
            for c in range(width):
                right[i, c] = NONE if c == 0 or c >= room[x, i] else max(ahead + run, NONE)
                any_[i, c] = max(max(gained[c], right[i, c]), NONE)
                if rights[x, i, c] > POSSIBLE:
                    run = run + (rights[x, i, c] + step)
                    opened = (gained[c] + rights[x, i, c]) - run
                else:
                    opened = NONE - run
                ahead = opened if c == 0 else max(ahead, opened)
        path = []
        i, j, state = used - 1, columns[x], 0
        c = j - lows[x, i]
        if c < 0 or c >= room[x, i] or any_[i, c] <= POSSIBLE:
            raise ValueError("a lattice without any path")
        while i > 0 or j > 0:
            c = j - lows[x, i]
            best, top = 0, NONE
            for t in range(kinds):
                value = NONE
                other = i - a[t]
                if other >= 0:
                    place = j - b[t] - lows[x, other]
                    if 0 <= place < width:
                        value = any_[other, place] + scores[x, other, t, place]
                if t == 0 or value > top:
                    best, top = t, value
            by_bead = state == 0 and i > 0 and top >= max(down[i, c], right[i, c])
            by_right = not by_bead and (state == 2 or i == 0 or (state == 0 and right[i, c] > down[i, c]))
            if by_bead:
                path.append((int(a[best]), int(b[best])))
                i, j, state = i - a[best], j - b[best], 0
                continue
            path.append((0, 1) if by_right else (1, 0))
            i, j = (i, j - 1) if by_right else (i - 1, j)
            c = min(max(j - lows[x, i], 0), width - 1)
            value = right[i, c] if by_right else down[i, c]
            state = (2 if by_right else 1) if value + onward > any_[i, c] else 0
        paths.append(path[::-1])
    return paths
