const cards = all(".card");
const byNumber = new Map(cards.map((card) => [card.dataset.n, card]));
const bar = $("bar");
const rule = $("rule");
const only = $("only");
const toggles = bar ? all("button[data-key]", bar) : [];
const off = { severity: new Set(), status: new Set() };
const owners = all(".has");

const wanted = (card) => !off.severity.has(card.dataset.severity) && !off.status.has(card.dataset.status)
  && (!rule.value || rule.value === card.dataset.code);

function count() {
  const shown = cards.filter((card) => !card.hidden).length;
  const english = shown + " of " + cards.length + " shown";
  $("shown").textContent = language === "zh" ? filled(WORDS.shown, [shown, cards.length]) : english;
}

function show() {
  for (const card of cards) card.hidden = !wanted(card);
  for (const mark of all("mark[data-f]")) {
    mark.classList.toggle("off", mark.dataset.f.split(" ").every((n) => byNumber.get(n)?.hidden));
  }
  for (const owner of owners) {
    owner.classList.toggle("calm", all(".card", owner).every((card) => card.hidden));
  }
  document.body.classList.toggle("only", only.checked);
  count();
}

function keep() {
  const state = new URLSearchParams();
  for (const key of ["severity", "status"]) if (off[key].size) state.set("no-" + key, [...off[key]].join(","));
  if (rule.value) state.set("rule", rule.value);
  if (only.checked) state.set("only", "1");
  const text = state.toString();
  history.replaceState(null, "", text ? "#?" + text : location.pathname + location.search);
}

function restore() {
  if (!location.hash.startsWith("#?")) return;
  const state = new URLSearchParams(location.hash.slice(2));
  for (const key of ["severity", "status"]) {
    off[key] = new Set((state.get("no-" + key) ?? "").split(",").filter(Boolean));
  }
  const known = [...rule.options].some((option) => option.value === state.get("rule"));
  rule.value = known ? state.get("rule") : "";
  only.checked = state.has("only");
  for (const toggle of toggles) {
    toggle.setAttribute("aria-pressed", String(!off[toggle.dataset.key].has(toggle.dataset.value)));
  }
}

let current = null;
function go(step) {
  const shown = cards.filter((card) => !card.hidden);
  if (!shown.length) return;
  let at = shown.indexOf(current);
  if (at < 0) {
    // From the place on the screen, not from the top of the document.
    const below = shown.findIndex((card) => card.getBoundingClientRect().bottom > innerHeight / 3);
    at = step > 0 ? (below < 0 ? shown.length : below) - 1 : below < 0 ? shown.length : below;
  }
  const next = shown[Math.min(Math.max(at + step, 0), shown.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

document.addEventListener("focusin", (event) => { current = event.target.closest(".card") ?? current; });
document.addEventListener("keydown", (event) => {
  if (typing(event)) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "n") $("next")?.click();
  else if (event.key === "p") $("previous")?.click();
});

if (bar) {
  bar.hidden = false;
  bar.addEventListener("submit", (event) => event.preventDefault());
  for (const toggle of toggles) {
    toggle.addEventListener("click", () => {
      const { key, value } = toggle.dataset;
      if (!off[key].delete(value)) off[key].add(value);
      toggle.setAttribute("aria-pressed", String(!off[key].has(value)));
      show();
      keep();
    });
  }
  for (const control of [rule, only]) control.addEventListener("change", () => { show(); keep(); });
  addEventListener("hashchange", () => { if (location.hash.startsWith("#?")) { restore(); show(); } });
  listeners.push(count);
  restore();
  show();
}
