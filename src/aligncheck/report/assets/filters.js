// Which findings are shown: by severity, rule, status, decision and words. The address keeps the choice.
const cards = all(".card");
const bar = $("bar");
const only = $("only");
const find = $("find");
const selects = { rule: $("rule"), status: $("status"), decision: $("decision") };
const chips = bar ? all("button[data-key=severity]", bar) : [];
const hiddenSeverities = new Set();
const printOf = (card) => card.id.slice(2);
// Rows, folds and the document as a whole, with their cards.
const owners = new Map();
for (const card of cards) {
  const owner = card.closest(".has, .whole");
  owners.set(owner, [...owners.get(owner) ?? [], card]);
}
const cardOfNumber = new Map(cards.map((card) => [card.dataset.n, card]));
const marksOf = all("mark[data-f]").map((mark) => [mark, mark.dataset.f.split(" ").map((n) => cardOfNumber.get(n))]);
// Cards that were decided on while they were shown: they stay until somebody goes on, whatever the filter says.
const lingering = new Set();

// The words of an element as the document has them, without the numbers of marks and the names of unseen characters.
function wordsIn(element) {
  if (!element.querySelector(".b, .ch")) return element.textContent;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".b, .ch")) text += walker.currentNode.data;
  return text;
}
const plainly = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const searched = new Map();
function textOf(card) {
  if (!searched.has(card)) {
    const row = card.closest(".p");
    const parts = [...(row ? all(":scope > [lang]", row) : []), ...all(".code, .name, .msg, .vals", card)];
    searched.set(card, plainly(parts.map(wordsIn).join(" \n ")));
  }
  return searched.get(card);
}
// Before anybody asks, while nothing else is to be done.
let unread = 0;
function readAhead(deadline) {
  while (unread < cards.length && deadline.timeRemaining() > 2) textOf(cards[unread++]);
  if (unread < cards.length) requestIdleCallback(readAhead);
}
globalThis.requestIdleCallback?.(readAhead);

const FACETS = {
  severity: (card) => card.dataset.severity,
  rule: (card) => card.dataset.code,
  status: (card) => card.dataset.status,
  decision: (card) => decisions.get(printOf(card))?.decision ?? (decisions.knows(printOf(card)) ? "undecided" : "none"),
};
let query = "";
const passes = (facet, value) => facet === "severity"
  ? !hiddenSeverities.has(value)
  : !selects[facet]?.value || selects[facet].value === value;
const filtering = () => hiddenSeverities.size > 0 || query !== "" || Object.values(selects).some((one) => one?.value);

// What passes every filter, and of each value how many would if its own filter let all pass: one pass over the cards.
function sifted() {
  const passing = new Set();
  const counts = Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, new Map()]));
  for (const card of cards) {
    if (query && !textOf(card).includes(query)) continue;
    const values = Object.entries(FACETS).map(([facet, of]) => [facet, of(card)]);
    const failing = values.filter(([facet, value]) => !passes(facet, value));
    if (!failing.length) passing.add(card);
    for (const [facet, value] of values) {
      if (failing.every(([other]) => other === facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return { passing, counts };
}

function count(counts) {
  for (const chip of chips) chip.querySelector("b").textContent = counts.severity.get(chip.dataset.value) ?? 0;
  for (const [facet, select] of Object.entries(selects)) {
    for (const option of select?.options ?? []) {
      const name = option.dataset.name ?? say(option.dataset.key);
      option.textContent = option.value ? name + " (" + (counts[facet].get(option.value) ?? 0) + ")" : name;
    }
  }
}

function hide(passing) {
  let changed = false;
  for (const card of cards) {
    const hidden = !passing.has(card) && !lingering.has(card);
    if (card.hidden !== hidden) {
      card.hidden = hidden;
      changed = true;
    }
  }
  if (!changed) return;
  for (const [owner, inside] of owners) owner?.classList.toggle("calm", inside.every((card) => card.hidden));
  for (const [mark, of] of marksOf) mark.classList.toggle("off", of.every((card) => card?.hidden));
}

// With only the pairs that have findings, a block without any takes no room.
function narrow() {
  if (only.checked) {
    const live = new Set([...owners.keys()].filter((o) => o && !o.classList.contains("calm")).map((o) => o.closest(".block")));
    for (const block of all(".block")) block.classList.toggle("calm", !live.has(block));
  }
  document.body.classList.toggle("only", only.checked);
}

function show() {
  if (!bar) return;
  const { passing, counts } = sifted();
  hide(passing);
  narrow();
  count(counts);
  tell($("shown"), "shown", shownCards().length, cards.length);
  $("reset").hidden = !filtering();
  $("nothing").hidden = passing.size > 0;
}
const shownCards = () => cards.filter((card) => !card.hidden);

function written() {
  const state = new URLSearchParams();
  if (hiddenSeverities.size) state.set("no-severity", [...hiddenSeverities].join(","));
  for (const [facet, select] of Object.entries(selects)) if (select?.value) state.set(facet, select.value);
  if (find.value.trim()) state.set("find", find.value.trim());
  if (only.checked) state.set("only", "1");
  return state;
}
// The address: the filters, with the finding that it led to; a finding alone keeps its plain address.
function keep(finding) {
  const state = written();
  const plain = finding ? "#f-" + finding : location.href.split("#")[0];
  const filters = state.toString();
  if (finding) state.set("f", finding);
  history.replaceState(null, "", filters ? "#?" + state : plain);
}

function restore(state) {
  hiddenSeverities.clear();
  for (const one of (state.get("no-severity") ?? "").split(",")) {
    if (chips.some((chip) => chip.dataset.value === one)) hiddenSeverities.add(one);
  }
  for (const [facet, select] of Object.entries(selects)) {
    const known = [...select?.options ?? []].some((option) => option.value === state.get(facet));
    if (select) select.value = known ? state.get(facet) : "";
  }
  find.value = state.get("find") ?? "";
  query = plainly(find.value);
  only.checked = state.has("only");
  for (const chip of chips) chip.setAttribute("aria-pressed", String(!hiddenSeverities.has(chip.dataset.value)));
  lingering.clear();
  show();
}

function filtered() {
  lingering.clear();
  query = plainly(find.value);
  show();
}

if (bar) {
  bar.hidden = false;
  bar.addEventListener("submit", (event) => { event.preventDefault(); go(1); });
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      const { value } = chip.dataset;
      if (!hiddenSeverities.delete(value)) hiddenSeverities.add(value);
      chip.setAttribute("aria-pressed", String(!hiddenSeverities.has(value)));
      filtered();
      keep();
    });
  }
  for (const control of [...Object.values(selects), only]) {
    control?.addEventListener("change", () => { filtered(); keep(); });
  }
  let pause;
  find.addEventListener("input", () => {
    filtered();
    clearTimeout(pause);
    // Browsers stop pages that change their address at every letter.
    pause = setTimeout(keep, 300);
  });
  // The first Escape empties the field, the second leaves it.
  find.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || find.value) return;
    if (current && !current.hidden) visit(current);
    else find.blur();
  });
  $("reset").addEventListener("click", () => {
    const narrowed = only.checked;
    restore(new URLSearchParams(narrowed ? "only=1" : ""));
    keep();
    find.focus();
  });
  listeners.push(show);
}
