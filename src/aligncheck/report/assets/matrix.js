// A table that sorts: the head of each column becomes a button, but for what in it is a link.
const matrix = $("matrix");
function sortHeads(table, rising, sort) {
  const heads = all("thead th[scope=col]", table);
  const sorted = (head, falling) => {
    for (const other of heads) other.removeAttribute("aria-sort");
    head?.setAttribute("aria-sort", falling ? "descending" : "ascending");
  };
  heads.forEach((head, column) => {
    const inside = document.createElement("button");
    inside.type = "button";
    inside.append(...[...head.childNodes].filter((node) => node.nodeName !== "A"));
    head.append(inside);
    inside.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const falling = before ? before === "ascending" : !rising(head, column);
      sorted(head, falling);
      sort(column, falling, head);
    });
  });
  return sorted;
}
const byName = (one, other) => one.localeCompare(other, "en", { numeric: true });

// A table that stands there whole, with a field to find documents by name.
if (matrix && $("filter")) {
  const body = matrix.tBodies[0];
  const rows = [...body.rows];
  const filter = $("filter");
  const counted = () => tell($("shown"), "shown", rows.filter((row) => !row.hidden).length, rows.length);
  $("tools").hidden = false;
  filter.addEventListener("input", () => {
    const wanted = filter.value.toLowerCase();
    for (const row of rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
    counted();
  });
  counted();
  const value = (row, column) => Number(row.cells[column].dataset.v ?? 0);
  sortHeads(matrix, (_, column) => !column, (column, falling) => {
    const sign = falling ? -1 : 1;
    rows.sort(column
      ? (a, b) => sign * (value(a, column) - value(b, column))
      : (a, b) => sign * byName(a.cells[0].textContent, b.cells[0].textContent));
    body.append(...rows);
  });
}
