"""What became of each sentence pair: how source and target changed, put together over what answered what.

Knows no file, no rule and no severity. Today's pairing is asked for new sentences only: have they a translation?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aligncheck.drift.answered import answered
from aligncheck.drift.compare import compare
from aligncheck.drift.sentences import New, Old, is_remark, speaks
from aligncheck.drift.tokens import Sentence, joint
from aligncheck.model.drift import AcceptedBead, Drifted, SentenceState, Step, Wording
from aligncheck.model.text import Lang, Pair, Side

UNTRANSLATED = 3
"""So many sentences in a row are a part that was accepted without translation; one or two may be merged into another
sentence's translation."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How many pairs are in each state, and those that are not as they were accepted, in order of the source."""

    counts: dict[SentenceState, int]
    drifted: tuple[Drifted, ...]


def drift(beads: Sequence[AcceptedBead], pairs: Sequence[Pair], languages: tuple[Lang, Lang]) -> Drift:
    """Compare what was accepted with the pairs of now; ``languages`` are the source's and the target's."""
    return _Comparison(Old.of(beads), New.of(pairs), languages).drift()


class _Comparison:
    """One document's comparison; old and new sentences go by their numbers, of each language apart."""

    def __init__(self, old: Old, new: New, languages: tuple[Lang, Lang]) -> None:
        self.old, self.new, self.languages = old, new, languages
        self.steps = compare(old.source, [Sentence(s.text, s.marks) for s in new.source], languages[0])
        self.target_steps = compare(old.target, [Sentence(s.text, s.marks) for s in new.target], languages[1])
        self.kept = {j: step.new for step in self.target_steps if step.same for j in step.old}
        self.origin = {n: j for j, places in self.kept.items() for n in places}
        self._keep_repeated()
        self.changed_beads = {old.source_bead[i] for step in self.steps if not step.same for i in step.old}
        self.edited = {new.source_pair[k] for step in self.steps if not step.same for k in step.new}
        self.before = {k: step.old for step in self.steps if step.old for k in step.new}
        self.answers: dict[int, list[int]] = {}
        for number, pair in enumerate(new.target_pair):
            self.answers.setdefault(pair, []).append(number)

    def _keep_repeated(self) -> None:
        """Let every old target sentence stand that is there once: two branches may have accepted it for two sources."""
        places = {self.old.target[j].id: here for j, here in self.kept.items()}
        for j, trace in enumerate(self.old.target):
            if j not in self.kept and trace.id in places:
                self.kept[j] = places[trace.id]
        self.beads_of: dict[int, set[int]] = {}
        for bead in {self.old.source_bead[i] for step in self.steps if step.same for i in step.old}:
            for j in self.old.targets_of[bead]:
                for n in self.kept.get(j, ()):
                    self.beads_of.setdefault(n, set()).add(bead)

    def drift(self) -> Drift:
        counts = Counter[SentenceState]()
        drifted = []
        for step in self._rejoined():
            for one in self._of(step):
                counts[one.state] += 1
                if one.state != "current" and (one.state != "untranslated" or one.changes or not step.old):
                    drifted.append(one)
        for one in self._added_translations():
            counts[one.state] += 1
            drifted.append(one)
        return Drift(dict(sorted(counts.items())), tuple(drifted))

    def _of(self, step: Step) -> Iterator[Drifted]:
        accepted = self._accepted(step)
        kept = [n for j in accepted for n in self.kept.get(j, ())]
        if not step.new:
            yield from self._removed(step, kept)
        elif not step.old:
            yield self._appeared(step)
        elif not accepted:
            yield self._without_translation(step)
        elif all(j in self.kept for j in accepted):
            yield self._unanswered(step, kept)
        elif not kept and all(n in self.origin for n in self._answers(step)):
            yield self._one("target-changed" if step.same else "added", step, material=not step.same)
        elif step.same and not self._explained(step):
            yield self._one("target-changed", step, self._answers(step))
        else:
            yield self._one("retranslated", step, self._answers(step))

    def _unanswered(self, step: Step, kept: Sequence[int]) -> Drifted:
        """The translation is what it was; what of the source's changes does it not say yet?"""
        changes = tuple(c for c in step.changes if c.material or c.old.strip("`") != c.new.strip("`"))
        if step.same or not changes:
            return self._one("moved" if step.moved else "current", step, kept)
        target = self._side(1, kept)
        source = self._side(0, step.new)
        assert source is not None
        assert target is not None
        said = {c for c in changes if c.material and answered(c, source.text, target.text, *self.languages)}
        open_ones = [c for c in changes if c not in said]
        if any(c.material for c in changes) and not any(c.material for c in open_ones):
            return self._one("current", step, kept)
        material = any(c.material for c in open_ones)
        return self._one("stale", step, kept, changes=tuple(open_ones), material=material)

    def _removed(self, step: Step, kept: Sequence[int]) -> Iterator[Drifted]:
        """A source sentence is gone; where its translation was taken out too, or answers for another one, nothing is
        left to say."""
        beads = {self.old.source_bead[i] for i in step.old}
        kept = [n for n in kept if not self.beads_of.get(n, set()) - beads]
        if kept or not self._accepted(step):
            material = bool(kept) and not is_remark([self.new.target[n] for n in kept])
            known = [] if self._text(step) else [v for i in step.old for v in self.old.source[i].values]
            changes = tuple(Wording("removed", value, "", material) for value in known)  # nothing else is
            yield self._one("leftover", step, kept, changes=changes, material=material)

    def _without_translation(self, step: Step) -> Drifted:
        """What had no translation of its own: it may have none at all, or share its neighbour's."""
        if self._fresh(step):
            return self._one("retranslated", step, self._answers(step))
        changes = () if step.same else tuple(c for c in step.changes if c.material)
        shared = bool(changes) and not self._among_untranslated(step)
        return self._one("stale" if shared else "untranslated", step, changes=changes, material=shared)

    def _appeared(self, step: Step) -> Drifted:
        if self._fresh(step):
            return self._one("retranslated", step, self._answers(step))
        if not speaks([self.new.source[n] for n in step.new]):
            return self._one("current", step)
        if self._among_untranslated(step):
            return self._one("untranslated", step)
        return self._one("added", step, material=not is_remark([self.new.source[n] for n in step.new]))

    def _added_translations(self) -> Iterator[Drifted]:
        """Sentences that only the translation has, and had not: nobody asked for them."""
        busy = {
            self.new.source_pair[k]
            for step in self.steps
            if not step.same or not all(j in self.kept for j in self._accepted(step))
            for k in step.new
        }
        for number, pair in enumerate(self.new.target_pair):
            if number not in self.origin and pair not in busy:
                yield Drifted("target-changed", None, self._side(1, [number]))

    def _rejoined(self) -> list[Step]:
        """The steps, with sentences that went and sentences that came joined where one translation answers for both:
        they are one sentence, rewritten."""
        came: dict[int, int] = {}
        for number, step in enumerate(self.steps):
            if not step.old:
                for answer in self._answers(step):
                    came.setdefault(answer, number)
        joined: dict[int, Step] = {}
        used: set[int] = set()
        for number, step in enumerate(self.steps):
            kept = [n for j in self._accepted(step) for n in self.kept.get(j, ())] if not step.new else []
            heir = next((came[n] for n in kept if n in came and came[n] not in used), None)
            if heir is not None:
                used.add(heir)
                joined[number] = self._rewritten(step, self.steps[heir])
        return self._in_order([joined.get(n, step) for n, step in enumerate(self.steps) if n not in used])

    def _rewritten(self, gone: Step, come: Step) -> Step:
        source = self._side(0, come.new)
        assert source is not None
        change = Wording("replaced", self._text(gone) or "", source.text, True, 0, len(source.text))
        return Step(gone.old, come.new, changes=(change,))

    def _in_order(self, steps: Sequence[Step]) -> list[Step]:
        """By place in the new text; what is gone, after what stood before it."""
        place: dict[int, int] = {}
        last = -1
        for step in sorted((s for s in steps if s.old), key=lambda s: s.old[0]):
            last = step.new[-1] if step.new else last
            place[step.old[0]] = last
        return sorted(steps, key=lambda s: (s.new[0], 0) if s.new else (place[s.old[0]], 1))

    def _accepted(self, step: Step) -> list[int]:
        """The old target sentences that answered for the old source sentences of a step."""
        beads = dict.fromkeys(self.old.source_bead[i] for i in step.old)
        return [j for bead in beads for j in self.old.targets_of[bead]]

    def _answers(self, step: Step) -> list[int]:
        """The target sentences that answer for the new sentences of a step by today's pairing."""
        pairs = dict.fromkeys(self.new.source_pair[k] for k in step.new)
        return [n for pair in pairs for n in self.answers.get(pair, ())]

    def _fresh(self, step: Step) -> bool:
        """Whether a translation answers for it that did not answer for anything before."""
        for number in self._answers(step):
            if number not in self.origin:
                return True
            if not self.old.sources_of[self.old.target_bead[self.origin[number]]]:
                return True
        return False

    def _explained(self, step: Step) -> bool:
        """Whether the target may have changed because of a source sentence beside this one."""
        beads = {self.old.source_bead[i] for i in step.old}
        return bool(beads & self.changed_beads) or any(self.new.source_pair[k] in self.edited for k in step.new)

    def _among_untranslated(self, step: Step) -> bool:
        """Whether the old sentences here had no translation when they were accepted: ``UNTRANSLATED`` in a row."""
        numbers = step.new
        known = self.before
        above = (known[k] for k in range(numbers[0] - 1, -1, -1) if k in known)
        below = (known[k] for k in range(numbers[-1] + 1, len(self.new.source)) if k in known)
        return self._untranslated(above) + len(step.old) + self._untranslated(below) >= UNTRANSLATED

    def _untranslated(self, olds: Iterable[tuple[int, ...]]) -> int:
        """How many old sentences, from the first on, had no translation; a few are enough."""
        count = 0
        for ids in olds:
            if count >= UNTRANSLATED or any(self.old.targets_of[self.old.source_bead[i]] for i in ids):
                break
            count += len(ids)
        return count

    def _text(self, step: Step) -> str | None:
        texts = [self.old.source[i].text for i in step.old]
        known = [text for text in texts if text is not None]
        return joint(self.languages[0]).join(known) if known and len(known) == len(texts) else None

    def _side(self, which: int, numbers: Sequence[int]) -> Side | None:
        document = self.new.documents[which]
        segments = (self.new.source, self.new.target)[which]
        chosen = tuple(segments[n] for n in dict.fromkeys(sorted(numbers)))
        return Side.of(document, chosen) if chosen and document is not None else None

    def _one(
        self,
        state: SentenceState,
        step: Step,
        target: Sequence[int] = (),
        *,
        changes: tuple[Wording, ...] | None = None,
        material: bool = False,
    ) -> Drifted:
        shown = step.changes if changes is None else changes
        return Drifted(
            state,
            self._side(0, step.new),
            self._side(1, target),
            None if step.same else self._text(step),
            shown,
            material,
            step.chrf,
            step.ter,
        )
