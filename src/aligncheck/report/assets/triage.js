// The bar at the foot: how far the decisions are, and what leads on. And the page's keys.
const progress = () => [decisions.decided(here), decisions.total(here)];
const meter = made("progress", { l: "progress" });
const told = made("span", { class: "told" });
const hints = made("span", { class: "keys" });
const dock = made("section", { class: "dock", l: "dock" });
// A button that says its key as well.
function tool(text, key, does) {
  const hint = key ? [made("kbd", { "aria-hidden": "true" }, key), " "] : [];
  return made("button", { type: "button", on: { click: does } }, ...hint, made("span", { t: text }));
}
function step(label, key, does, sign) {
  const hint = made("kbd", { "aria-hidden": "true" }, key);
  return made("button", { type: "button", l: label, h: label, on: { click: does } }, hint, made("span", { "aria-hidden": "true" }, sign));
}
const nextOpen = () => { if (!go(1, isOpen) && !go(-1, isOpen)) announce(say("none_left")); };
function hintKeys() {
  dock.classList.toggle("unhinted", store.get("keys") === "off");
}
// On a narrow screen they are behind a button, which has the focus again when a dialog is closed.
const tools = made("div", { class: "acts", id: "tools", popover: true },
  tool("bulk_button", "", openBulk), tool("export_button", "x", openExport), tool("help_button", "?", openHelp));
tools.addEventListener("click", () => {
  if (!tools.hidePopover || !tools.matches(":popover-open")) return;
  tools.hidePopover();
  dock.querySelector(".menu").focus();
}, { capture: true });
if (decidable.size) {
  for (const [names, text] of [["1234", "hint_decide"], ["e", "hint_reason"], ["u", "undo"]]) {
    hints.append(made("span", {}, ...[...names].map((name) => made("kbd", {}, name)), " ", made("span", { t: text })));
  }
  dock.append(
    said,
    made("div", { class: "steps" }, step("previous_finding", "k", () => go(-1), "↑"), step("next_finding", "j", () => go(1), "↓"),
      tool("next_open", "", nextOpen)),
    hints,
    made("div", { class: "far" }, told, meter),
    made("button", { type: "button", class: "menu", popovertarget: "tools", l: "dock_more", h: "dock_more" }, "⋯"),
    tools);
  document.querySelector("main").after(dock);
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
  // Somebody else's decision does not take the finding from under the reader.
  if (current && current === decidable.get(finding)) lingering.add(current);
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
