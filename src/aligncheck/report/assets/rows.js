// The documents of the overview. Those that have no row yet get one when they are shown: the markup is matrix.py's.
const GRADES = ["error", "warning", "info"];
const columns = matrix ? all("thead th.rule", matrix).map((head) => head.dataset.key) : [];
const rest = $("rest");
const items = (matrix ? [...matrix.tBodies[0].rows, ...(rest ? all("li", rest) : [])] : []).map((stands, at) => {
  const entry = DATA.documents[at];
  const { more, p, v } = stands.dataset;
  // What is said of suppressions has no fingerprint: it is counted, and nobody decides on it.
  const said = more ? JSON.parse(more).map((one) => [undefined, ...one]) : [];
  const row = stands.nodeName === "TR" ? stands : undefined;
  return {
    at, row, entry, stands,
    findings: [...entry.findings, ...said],
    name: (stands.querySelector("bdi") ?? stands).textContent,
    pairs: Number(row ? row.cells[1].textContent : p),
    aligned: Number(row ? row.cells[2].dataset.v : v),
  };
});

function amounts(findings) {
  const fresh = findings.filter(([, , , status]) => status === "new").length;
  return [fresh, findings.length - fresh];
}
function told([fresh, known]) {
  const small = known ? [made("small", {}, "+" + known)] : [];
  return fresh ? [String(fresh), ...(known ? [" "] : []), ...small] : small;
}
function linked(href, code, inside) {
  if (!href) return inside;
  return [made("a", { href: href + (code ? "#?rule=" + encodeURIComponent(code) : "") }, ...inside)];
}
function ruleCell(entry, code, findings) {
  const found = amounts(findings);
  const [fresh] = found;
  const grade = GRADES.find((one) => findings.some(([, , severity, status]) => severity === one && (!fresh || status === "new")));
  const step = fresh ? "s" + (1 + Math.floor((fresh * 3) / (Number(matrix.dataset.most) + 1))) : "old";
  return made("td", { class: "cell " + grade[0] + " " + step }, ...linked(entry.href, code, told(found)));
}
function rowOf(item) {
  if (item.row) return item.row;
  const { entry, findings, stands } = item;
  const name = stands.querySelector("a") ?? stands.querySelector("bdi");
  const row = made("tr", {},
    made("th", { scope: "row", class: "doc" }, name),
    made("td", { class: "pairs" }, stands.dataset.p),
    made("td", { class: "share", "data-v": stands.dataset.v }, stands.dataset.s));
  for (const grade of GRADES) {
    const found = amounts(findings.filter(([, , severity]) => severity === grade));
    const inside = told(found);
    row.append(made("td", { class: "sev " + (found[0] ? grade[0] : "none") }, ...(inside.length ? inside : ["·"])));
  }
  let empty = 0;
  const gap = () => {
    if (empty) row.append(made("td", { colspan: empty }));
    empty = 0;
  };
  for (const code of columns) {
    const here = findings.filter((finding) => finding[1] === code);
    if (!here.length) empty += 1;
    else {
      gap();
      row.append(ruleCell(entry, code, here));
    }
  }
  gap();
  item.row = row;
  return row;
}
