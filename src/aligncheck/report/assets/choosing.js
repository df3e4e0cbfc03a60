// Which documents the overview shows, and in which order. The choice stands in the address.
const choice = { q: "", severity: new Set(), fresh: false, open: false, rule: "", sort: "", rising: false };
const rest = $("rest");
const items = (matrix ? [...matrix.tBodies[0].rows, ...all("tbody tr", rest ?? document.createElement("i"))] : [])
  .map((row, at) => {
    const entry = DATA.documents[at];
    const more = JSON.parse(row.dataset.more ?? "[]").map((said) => [undefined, ...said]);
    return { at, row, entry, findings: [...entry.findings, ...more], name: row.cells[0].textContent };
  });

// What a finding has to be, for its document to be shown.
const wanted = ([f, code, severity, status]) => (!choice.severity.size || choice.severity.has(severity))
  && (!choice.rule || code === choice.rule)
  && (!choice.fresh || status === "new")
  && (!choice.open || (f !== undefined && status === "new" && !decisions.get(f)));
const chooses = () => choice.severity.size || choice.rule || choice.fresh || choice.open;
function chosen() {
  const q = choice.q.trim().toLowerCase();
  const found = items.filter((item) => item.name.toLowerCase().includes(q) && (!chooses() || item.findings.some(wanted)));
  const order = orders[choice.sort] ?? (choice.sort && byAmount(choice.sort));
  if (!order) return found;
  const sign = choice.rising ? 1 : -1;
  return found.sort((a, b) => sign * order(a, b) || a.at - b.at);
}

// "2 +3" is two new findings and three known ones; a new one outweighs any number of known ones.
function weight(cell) {
  const [, fresh, known] = /^(\d*)\s*(?:\+(\d+))?/.exec(cell?.textContent ?? "");
  return Number(fresh) + Number(known ?? 0) / 1e9;
}
const left = ({ entry }) => decisions.total(entry) - decisions.decided(entry);
const orders = {
  document: (a, b) => byName(a.name, b.name),
  pairs: (a, b) => Number(a.row.cells[1].textContent) - Number(b.row.cells[1].textContent),
  aligned: (a, b) => Number(a.row.cells[2].dataset.v) - Number(b.row.cells[2].dataset.v),
  decided: (a, b) => left(a) - left(b),
};
const columns = matrix ? all("thead th.rule", matrix).map((head) => head.dataset.key) : [];
// By a severity or a rule; cells without findings may be several columns wide.
function byAmount(key) {
  const severity = ["error", "warning", "info"].indexOf(key);
  const column = columns.indexOf(key);
  if (severity < 0 && column < 0) return undefined;
  const weights = new Map(items.map((item) => [item, 0]));
  for (const item of items) {
    if (severity >= 0) weights.set(item, weight(all(".sev", item.row)[severity]));
    else weights.set(item, weight(cellAt(item.row, column)));
  }
  return (a, b) => weights.get(a) - weights.get(b);
}
function cellAt(row, column) {
  let at = 0;
  for (const cell of row.cells) {
    const wide = cell.hasAttribute("colspan");
    if (!wide && !cell.classList.contains("cell")) continue;
    at += cell.colSpan;
    if (at > column) return wide ? undefined : cell;
  }
  return undefined;
}

function keepChoice() {
  const state = new URLSearchParams();
  if (choice.q) state.set("q", choice.q);
  if (choice.severity.size) state.set("severity", [...choice.severity].join(","));
  if (choice.fresh) state.set("new", "1");
  if (choice.open) state.set("open", "1");
  if (choice.rule) state.set("rule", choice.rule);
  if (choice.sort) state.set("sort", choice.sort);
  if (choice.sort && choice.rising) state.set("up", "1");
  const text = state.toString();
  history.replaceState(null, "", text ? "#?" + text : location.pathname + location.search);
}
function takeChoice(state) {
  choice.q = state.get("q") ?? "";
  choice.severity = new Set((state.get("severity") ?? "").split(",").filter((one) => ["error", "warning", "info"].includes(one)));
  choice.fresh = state.has("new");
  choice.open = state.has("open");
  choice.rule = columns.includes(state.get("rule")) ? state.get("rule") : "";
  choice.sort = state.get("sort") ?? "";
  choice.rising = state.has("up");
}
