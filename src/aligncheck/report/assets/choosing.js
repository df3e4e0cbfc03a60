// Which documents the overview shows, and in which order. The choice stands in the address.
const choice = { q: "", severity: new Set(), fresh: false, open: false, rule: "", sort: "", rising: false };

// What a finding has to be, for its document to be shown.
const wanted = ([f, code, severity, status]) => (!choice.severity.size || choice.severity.has(severity))
  && (!choice.rule || code === choice.rule)
  && (!choice.fresh || status === "new")
  && (!choice.open || (f !== undefined && status === "new" && !decisions.get(f)));
const chooses = () => choice.severity.size || choice.rule || choice.fresh || choice.open;
function chosen() {
  const q = choice.q.trim().toLowerCase();
  const found = items.filter((item) => item.name.toLowerCase().includes(q) && (!chooses() || item.findings.some(wanted)));
  const order = Object.hasOwn(orders, choice.sort) ? orders[choice.sort] : byAmount(choice.sort);
  if (!order) return found;
  const sign = choice.rising ? 1 : -1;
  return found.sort((a, b) => sign * order(a, b) || a.at - b.at);
}

const left = ({ entry }) => decisions.total(entry) - decisions.decided(entry);
const orders = {
  document: (a, b) => byName(a.name, b.name),
  pairs: (a, b) => a.pairs - b.pairs,
  aligned: (a, b) => a.aligned - b.aligned,
  decided: (a, b) => left(a) - left(b),
};
// By a severity or a rule; a new finding outweighs any number of known ones.
function byAmount(key) {
  const severity = GRADES.indexOf(key);
  if (severity < 0 && !columns.includes(key)) return undefined;
  const weights = new Map(items.map((item) => [item, 0]));
  for (const item of items) {
    const here = item.findings.filter(([, code, grade]) => (severity >= 0 ? grade : code) === key);
    weights.set(item, here.reduce((sum, [, , , status]) => sum + (status === "new" ? 1 : 1e-6), 0));
  }
  return (a, b) => weights.get(a) - weights.get(b);
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
  history.replaceState(null, "", text ? "#?" + text : location.href.split("#")[0]);
}
function takeChoice(state) {
  choice.q = state.get("q") ?? "";
  choice.severity = new Set((state.get("severity") ?? "").split(",").filter((one) => GRADES.includes(one)));
  choice.fresh = state.has("new");
  choice.open = state.has("open");
  choice.rule = columns.includes(state.get("rule")) ? state.get("rule") : "";
  const sort = state.get("sort") ?? "";
  choice.sort = Object.hasOwn(orders, sort) || GRADES.includes(sort) || columns.includes(sort) ? sort : "";
  choice.rising = state.has("up");
}
