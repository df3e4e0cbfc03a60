// What can be done with a finding in its card: four decisions, a reason, its address and its place to copy.
const model = made("div", { class: "decide", role: "group", l: "decide" },
  ...CHOICES.map((choice, at) => made("button",
    { type: "button", class: "choice", "data-choice": choice, "aria-pressed": "false" },
    made("span", { class: "k", "aria-hidden": "true" }, String(at + 1)), made("span", { t: "d_" + choice }))),
  made("button", { type: "button", class: "because", "data-act": "reason", "aria-expanded": "false", t: "reason" }));
const copies = made("span", { class: "copies" },
  made("button", { type: "button", "data-act": "place", t: "copy_place" }),
  made("button", { type: "button", "data-act": "link", t: "copy_link" }));
const decidable = new Map();
for (const card of cards) {
  card.querySelector(".tail")?.prepend(copies.cloneNode(true));
  if (!decisions.knows(printOf(card))) continue;
  decidable.set(printOf(card), card);
  card.append(model.cloneNode(true));
}

// Words that may stay and renderings that count go with findings that are no faults.
function settle(card, choice, why) {
  const { reason, keep, term } = why;
  const more = choice === "false-alarm" || choice === "accepted" ? { keep, term } : {};
  drafts.set(printOf(card), why);
  lingering.add(card);
  decisions.set(printOf(card), { decision: choice, reason, ...more });
}
// The same decision again takes it back.
function decide(card, choice) {
  const finding = printOf(card);
  const before = decisions.get(finding);
  const why = collected(card);
  if (why) closePanel();
  lingering.add(card);
  if (before?.decision === choice && !why) {
    drafts.set(finding, before);
    decisions.set(finding, null);
    announce(say("taken_back", numberOf(card)));
    return;
  }
  settle(card, choice, why ?? before ?? drafts.get(finding) ?? {});
  announce(say("decided_one", numberOf(card), say("is_" + choice), ...progress()));
  if (store.get("advance") !== "on" || before) return;
  if (!go(1, isOpen)) announce(say("none_left"));
}
const isOpen = (card) => decidable.has(printOf(card)) && !decisions.get(printOf(card)) && card.dataset.status === "new";

// Rows all of whose findings are decided step back, and so do their places in the pictures.
const pictured = new Map();
for (const link of all(":is(.map, .strip) a[data-f]")) {
  for (const number of link.dataset.f.split(" ")) pictured.set(number, [...pictured.get(number) ?? [], link]);
}
const isDecided = (card) => Boolean(card?.dataset.decision);
function settleAround(card) {
  const owner = card.closest(".has");
  owner?.classList.toggle("settled", owners.get(owner).every(isDecided));
  for (const link of pictured.get(numberOf(card)) ?? []) {
    link.classList.toggle("settled", link.dataset.f.split(" ").every((number) => isDecided(cardOfNumber.get(number))));
  }
}

// A card says what was decided: by the button that is pressed, by a tag, and with the reason below.
function mark(finding) {
  const card = decidable.get(finding);
  if (!card) return;
  const record = decisions.get(finding);
  for (const one of all(".choice", card)) one.setAttribute("aria-pressed", String(one.dataset.choice === record?.decision));
  for (const old of all(".ruling, .because-of", card)) old.remove();
  if (record) card.dataset.decision = record.decision;
  else delete card.dataset.decision;
  settleAround(card);
  if (!record) return;
  card.querySelector(".tail").before(made("span", { class: "ruling tag", t: "is_" + record.decision }));
  const lines = [
    record.reason && made("bdi", {}, record.reason),
    record.keep && made("span", {}, made("span", { t: "keeps" }), " ", made("bdi", { lang: "en" }, record.keep.join(", "))),
    record.term && made("span", {}, made("span", { t: "counts" }), " ", made("bdi", {}, record.term.join(" = "))),
  ].filter(Boolean);
  if (lines.length) card.querySelector(".decide").before(made("p", { class: "because-of" }, ...lines));
}

// What a decision means, for whoever points at it: thousands of buttons need no hint of their own before.
document.addEventListener("pointerover", ({ target }) => {
  const choice = target.closest?.(".choice");
  if (choice) choice.title = say("means_" + choice.dataset.choice);
});
document.addEventListener("click", ({ target }) => {
  const pressed = target.closest?.(".card [data-choice], .card [data-act]");
  const card = pressed?.closest(".card");
  if (!card) return;
  enter(card);
  if (pressed.dataset.choice) decide(card, pressed.dataset.choice);
  else if (pressed.dataset.act === "reason") {
    if (panel?.card === card) leavePanel();
    else openPanel(card);
  } else copy(pressed.dataset.act === "place" ? card.dataset.place : location.href.split("#")[0] + "#" + card.id);
});
