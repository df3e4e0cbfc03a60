const matrix = $("matrix");
if (matrix) {
  const body = matrix.tBodies[0];
  const rows = [...body.rows];
  const filter = $("filter");
  const counted = () => {
    const shown = rows.filter((row) => !row.hidden).length;
    const english = shown + " of " + rows.length + " shown";
    $("shown").textContent = language === "zh" ? filled(WORDS.shown, [shown, rows.length]) : english;
  };
  $("tools").hidden = false;
  filter.addEventListener("input", () => {
    const wanted = filter.value.toLowerCase();
    for (const row of rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
    counted();
  });
  listeners.push(counted);
  counted();
  const value = (row, column) => Number(row.cells[column].dataset.v ?? 0);
  all("thead th", matrix).forEach((head, column) => {
    const inside = document.createElement("button");
    inside.type = "button";
    inside.append(...head.childNodes);
    head.append(inside);
    inside.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== (column ? "descending" : "ascending");
      for (const other of all("thead th", matrix)) other.removeAttribute("aria-sort");
      const falling = column ? down : !down;
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const sign = falling ? -1 : 1;
      const order = column
        ? (a, b) => sign * (value(a, column) - value(b, column))
        : (a, b) => sign * a.cells[0].textContent.localeCompare(b.cells[0].textContent, "en");
      rows.sort(order);
      body.append(...rows);
    });
  });
}
