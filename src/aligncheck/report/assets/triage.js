// The bar at the foot: how far the decisions are, and what leads on. And the page's keys.
const progress = () => [decisions.decided(here), decisions.total(here)];
const act = (text, does, given = {}) => made("button", { type: "button", ...given, on: { click: does } }, made("span", { t: text }));
const meter = made("progress", { l: "progress" });
const told = made("span", { class: "told" });
const hints = made("span", { class: "keys" });
const dock = made("section", { class: "dock", l: "dock" });
function hintKeys() {
  hints.hidden = store.get("keys") === "off";
}
if (decidable.size) {
  for (const [names, text] of [["jk", "key_walk"], ["1234", "hint_decide"], ["e", "reason"], ["u", "undo"]]) {
    hints.append(made("span", {}, ...[...names].map((name) => made("kbd", {}, name)), " ", made("span", { t: text })));
  }
  dock.append(
    made("div", { class: "steps" },
      made("button", { type: "button", l: "previous_finding", h: "previous_finding", on: { click: () => go(-1) } }, "↑"),
      made("button", { type: "button", l: "next_finding", h: "next_finding", on: { click: () => go(1) } }, "↓")),
    hints,
    made("div", { class: "far" }, told, meter),
    made("div", { class: "acts" },
      act("next_open", () => { if (!go(1, isOpen) && !go(-1, isOpen)) announce(say("none_left")); }),
      act("bulk", openBulk), act("export", openExport), act("keys_help", openHelp)));
  document.querySelector("main").after(dock);
  dock.prepend(said);
  said.className = "said";
  hintKeys();
}

function tally() {
  const [decided, total] = progress();
  tell(told, "progress_told", decided, total);
  meter.max = Math.max(total, 1);
  meter.value = decided;
}
let waiting = false;
decisions.listen((finding) => {
  mark(finding);
  if (waiting) return;
  waiting = true;
  // Once for all decisions of a step.
  queueMicrotask(() => {
    waiting = false;
    tally();
    show();
    if (!decisions.kept) refused();
  });
});
// Said once: what is decided from here on is gone with the page, unless it is exported.
let complained = false;
function refused() {
  if (complained) return;
  complained = true;
  const close = made("button", { type: "button", t: "understood", on: { click: () => note.remove() } });
  const note = made("p", { class: "refused", role: "alert" }, made("span", { t: "not_kept" }), " ", close);
  dock.before(note);
}

function undo() {
  const taken = decisions.undo();
  if (!taken.length) return announce(say("nothing_to_undo"));
  for (const finding of taken) if (decidable.has(finding)) lingering.add(decidable.get(finding));
  show();
  if (taken.length === 1 && decidable.has(taken[0])) visit(decidable.get(taken[0]));
  announce(say("undone", taken.length, ...progress()));
}
// A decision is about what can be seen: the first press on a finding off the screen only leads there.
function decideHere(choice) {
  if (!current || current.hidden) return announce(say("choose_first"));
  if (!inView(current)) return visit(current);
  if (decidable.has(printOf(current))) decide(current, choice);
}
const ACTS = {
  j: () => { if (!go(1) && cards.length) announce(say("last_finding")); },
  k: () => { if (!go(-1) && cards.length) announce(say("first_finding")); },
  n: () => turn("next"),
  p: () => turn("previous"),
  e: () => { if (current && !current.hidden && decidable.has(printOf(current))) openPanel(current); else announce(say("choose_first")); },
  u: undo,
  "/": () => find?.focus(),
  x: () => { if (decidable.size) openExport(); },
  "?": openHelp,
};
CHOICES.forEach((choice, at) => { ACTS[at + 1] = () => decideHere(choice); });
document.addEventListener("keydown", (event) => {
  if (typing(event) || !Object.hasOwn(ACTS, event.key) || (event.repeat && !"jk".includes(event.key))) return;
  event.preventDefault();
  ACTS[event.key]();
});

for (const finding of decidable.keys()) if (decisions.get(finding)) mark(finding);
tally();
show();
arrive();
