const differing = all(".p.has");
let current = -1;
document.addEventListener("keydown", (e) => {
  if (typing(e) || (e.key !== "j" && e.key !== "k")) return;
  const next = current + (e.key === "j" ? 1 : -1);
  if (!differing[next]) return;
  current = next;
  differing[current].focus({ preventScroll: true });
  differing[current].scrollIntoView({ block: "center" });
});
