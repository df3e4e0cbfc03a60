// The overview at work: documents are chosen, walked through, and how far the decisions are.
const STEP = 100;
const decidable = DATA.documents.filter((entry) => decisions.total(entry) || entry.findings.length);
let shownItems = [];
let limit = STEP;
let at = -1;

const act = (text, does, given = {}) => made("button", { type: "button", t: text, ...given, on: { click: does } });
const find = made("input", { type: "search", id: "filter", p: "ix_find", l: "ix_find" });
const count = made("output", { id: "shown", "aria-live": "polite" });
const none = made("p", { class: "nothing", t: "ix_none" });
const toggle = (key, text, looks) => {
  const one = made("button", { type: "button", "data-key": key, on: { click: () => turn(key) } });
  if (looks) one.append(made("span", { class: "b " + looks }));
  one.append(made("span", { t: text }));
  return one;
};
const toggles = [...["error", "warning", "info"].map((key) => toggle(key, "ix_" + key, key[0])), toggle("fresh", "ix_new"), toggle("open", "ix_open")];
const rules = made("select", { l: "rule" }, made("option", { value: "", t: "every_rule" }),
  ...[...columns].sort().map((code) => made("option", { value: code }, code)));
const reset = act("ix_reset", () => { takeChoice(new URLSearchParams()); choose(); });
const more = act("ix_step", () => { limit += STEP; draw(); }, { class: "more" });
const meter = made("progress", { l: "progress" });
const overall = made("span", {});
const hints = made("span", { class: "keys" }, made("kbd", {}, "j"), " ", made("kbd", {}, "k"), " ", made("span", { t: "ix_walk" }));
const hintKeys = () => { hints.hidden = store.get("keys") === "off"; };

function turn(key) {
  if (key === "fresh" || key === "open") choice[key] = !choice[key];
  else if (!choice.severity.delete(key)) choice.severity.add(key);
  choose();
}
// After every change of the choice, and at the beginning.
function choose() {
  limit = STEP;
  at = -1;
  shownItems = chosen();
  if (find.value !== choice.q) find.value = choice.q;
  rules.value = choice.rule;
  for (const one of toggles) {
    const { key } = one.dataset;
    one.setAttribute("aria-pressed", String(key in choice ? choice[key] : choice.severity.has(key)));
  }
  const head = all("thead th[scope=col]", matrix).find((one) => one.dataset.key === choice.sort);
  sorted(head, !choice.rising);
  reset.hidden = !(choice.q || chooses() || choice.sort);
  for (const one of all("thead th.rule", matrix)) one.classList.toggle("chosen", one.dataset.key === choice.rule);
  tell(count, "shown", shownItems.length, items.length);
  none.hidden = shownItems.length > 0;
  draw();
  keepChoice();
}
function draw() {
  const drawn = shownItems.slice(0, limit);
  // A row that is put elsewhere loses the focus.
  const focused = matrix.contains(document.activeElement) ? document.activeElement : undefined;
  matrix.tBodies[0].replaceChildren(...drawn.map(rowOf));
  if (focused?.isConnected) focused.focus({ preventScroll: true });
  for (const item of drawn) progressOf(item);
  more.hidden = drawn.length === shownItems.length;
  if (!more.hidden) tell(more, "ix_step", Math.min(STEP, shownItems.length - drawn.length));
  edges();
}

// How far the decisions on a document are; its cell is made when its row is first shown.
function progressOf(item) {
  if (!decidable.length) return;
  item.cell ??= item.row.insertBefore(made("td", { class: "decided" }), item.row.querySelector(".sev"));
  const [decided, total] = [decisions.decided(item.entry), decisions.total(item.entry)];
  item.cell.classList.toggle("done", total > 0 && decided === total);
  if (total) tell(item.cell, "ix_of", decided, total);
  else {
    delete item.cell.dataset.t;
    item.cell.textContent = "–";
  }
}
function tally() {
  const sum = (of) => DATA.documents.reduce((all, entry) => all + of(entry), 0);
  const [decided, total] = [sum(decisions.decided), sum(decisions.total)];
  tell(overall, "progress_told", decided, total);
  meter.max = Math.max(total, 1);
  meter.value = decided;
  const whole = matrix.querySelector(".sum .decided");
  if (whole) tell(whole, "ix_of", decided, total);
}
function decidedAnew() {
  for (const item of shownItems.slice(0, limit)) progressOf(item);
  tally();
  if (choice.open) choose();
}

function walk(step) {
  const next = at < 0 ? (step > 0 ? 0 : -1) : at + step;
  if (!shownItems[next]) return announce(say(step > 0 ? "ix_last" : "ix_first"));
  if (next >= limit) {
    limit += STEP;
    draw();
  }
  const { row } = shownItems[next];
  const place = row.querySelector("th a") ?? row.cells[0];
  if (place.nodeName !== "A") place.tabIndex = -1;
  place.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return enter(next);
}
function enter(next) {
  for (const row of all("tr[aria-current]", matrix)) row.removeAttribute("aria-current");
  at = next;
  shownItems[at]?.row.setAttribute("aria-current", "true");
}

function openExport() {
  const decided = DATA.documents.filter((entry) => decisions.decided(entry));
  if (!decided.length) return dialog("export", "", made("p", { t: "ix_nothing_decided" }));
  const number = decided.reduce((sum, entry) => sum + decisions.decided(entry), 0);
  return exportDialog("aligncheck.decisions.jsonl", made("p", { t: "ix_export_count", a: [number, decided.length] }));
}
const KEYS = [[["j", "k"], "ix_walk"], [["Enter"], "ix_enter"], [["/"], "ix_find_key"], [["x"], "key_export"], [["?"], "key_help"]];
function openHelp() {
  const box = made("input", { type: "checkbox" });
  box.checked = store.get("keys") !== "off";
  box.addEventListener("change", () => { store.set("keys", box.checked ? null : "off"); hintKeys(); });
  dialog("ix_help", "",
    made("div", { class: "columns" }, made("section", {}, made("h3", { t: "help_keys" }), keyList(KEYS))),
    made("p", {}, made("label", { class: "check" }, box, " ", made("span", { t: "keys_on" }))),
    made("p", { t: "ix_sort_help" }), made("p", { t: "ix_cells_help" }));
}
const ACTS = { j: () => walk(1), k: () => walk(-1), n: () => walk(1), p: () => walk(-1), "/": () => find.focus(), x: openExport, "?": openHelp };

// More to the left or the right of what can be seen.
const scroll = matrix?.closest(".scroll");
function edges() {
  scroll.classList.toggle("before", scroll.scrollLeft > 1);
  scroll.classList.toggle("after", scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 1);
}

let sorted;
function begin() {
  rest?.remove();
  if (decidable.length) {
    matrix.tHead.querySelector(".sev").before(made("th", { scope: "col", class: "decided", "data-key": "decided" }, made("span", { t: "ix_decided" })));
    matrix.querySelector(".sum .sev").before(made("td", { class: "decided" }));
    hintKeys();
    document.querySelector("main").after(made("section", { class: "dock", l: "dock" }, hints, made("div", { class: "far" }, overall, meter),
      made("div", { class: "acts" }, act("ix_export", openExport), act("ix_help", openHelp))));
  }
  sorted = sortHeads(matrix, (head) => ["document", "aligned"].includes(head.dataset.key), (_, falling, head) => {
    choice.sort = head.dataset.key;
    choice.rising = !falling;
    choose();
  });
  const chips = made("div", { class: "chips", role: "group", l: "ix_with" }, made("span", { t: "ix_with" }), ...toggles);
  scroll.before(made("form", { class: "tools", role: "search", l: "ix_filters", on: { submit: (event) => event.preventDefault() } },
    find, ...(columns.length ? [chips, rules] : []), reset, count), none);
  scroll.after(more);
  for (const row of all(".overview tr[data-code]")) {
    const inside = row.lastElementChild;
    const link = made("button", { type: "button", class: "link", h: "ix_only_rule" }, ...inside.childNodes);
    link.addEventListener("click", () => {
      choice.rule = row.dataset.code;
      choose();
      $("documents").focus();
      $("documents").scrollIntoView();
    });
    inside.append(link);
  }
  find.addEventListener("input", () => { choice.q = find.value; choose(); });
  rules.addEventListener("change", () => { choice.rule = rules.value; choose(); });
  scroll.addEventListener("scroll", edges, { passive: true });
  addEventListener("resize", edges);
  matrix.addEventListener("focusin", (event) => {
    const next = shownItems.findIndex(({ row }) => row === event.target.closest("tbody tr"));
    if (next >= 0) enter(next);
  });
  if ("IntersectionObserver" in window) {
    new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting) && !more.hidden) more.click(); }, { rootMargin: "100px" }).observe(more);
  }
  document.addEventListener("keydown", (event) => {
    if (typing(event) || !Object.hasOwn(ACTS, event.key)) return;
    event.preventDefault();
    ACTS[event.key]();
  });
  let waiting = false;
  decisions.listen(() => {
    if (!waiting) queueMicrotask(() => { waiting = false; decidedAnew(); });
    waiting = true;
  });
  addEventListener("pageshow", (event) => { if (event.persisted) { decisions.load(); decidedAnew(); } });
  const arrive = () => { takeChoice(new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "")); choose(); };
  addEventListener("hashchange", () => { if (location.hash.startsWith("#?")) arrive(); });
  arrive();
  tally();
}
if (matrix) begin();
