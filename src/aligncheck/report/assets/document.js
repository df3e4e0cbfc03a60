// Where the reader is: the current finding, the way from one to the next, and what an address leads to.
let current = null;
const numberOf = (card) => card.dataset.n;
function enter(card) {
  if (!card || card === current) return;
  current?.removeAttribute("aria-current");
  current = card;
  card.setAttribute("aria-current", "true");
}
function inView(card) {
  const box = card.getBoundingClientRect();
  return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}
function visit(card) {
  enter(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "center" });
}
// The first of the cards that ends below the upper third of the screen; they stand in the order of the page.
function firstBelow(shown) {
  let [low, high] = [0, shown.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shown[middle].getBoundingClientRect().bottom > innerHeight / 3) high = middle;
    else low = middle + 1;
  }
  return low;
}
// The next of the cards shown, or the one before, that is `wanted`: from the current one while it can be seen, else
// from the place on the screen. At the end it stays where it is.
function go(step, wanted = () => true) {
  const shown = shownCards();
  const seen = current && !current.hidden && inView(current);
  const below = seen ? shown.indexOf(current) : firstBelow(shown);
  let at = seen || step < 0 ? below + step : below;
  while (shown[at] && !wanted(shown[at])) at += step;
  const next = shown[at] ?? (seen ? current : shown[step > 0 ? shown.length - 1 : 0]);
  if (!next || (!shown[at] && !wanted(next) && next !== current)) return false;
  if (lingering.size) {
    lingering.clear();
    lingering.add(next);
    show();
    lingering.clear();
  }
  visit(next);
  return Boolean(shown[at]);
}

// A finding that a filter hides is shown all the same to who was given its address.
function reveal(card) {
  if (card.hidden) restore(new URLSearchParams(only.checked ? "only=1" : ""));
  visit(card);
}
const cardAt = (finding) => cards.find((card) => printOf(card) === finding);
function arrive() {
  const { hash } = location;
  if (hash.startsWith("#?") && bar) {
    const state = new URLSearchParams(hash.slice(2));
    restore(state);
    const card = cardAt(state.get("f"));
    if (card) reveal(card);
    return;
  }
  let id = hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* as it stands */ }
  const card = id.startsWith("f-") ? cardAt(id.slice(2)) : undefined;
  if (card) {
    reveal(card);
    keep(printOf(card));
  } else if (id && bar && only.checked && $(id)?.checkVisibility?.() === false) {
    only.checked = false;
    show();
    $(id).scrollIntoView({ block: "center" });
  }
}

document.addEventListener("focusin", (event) => enter(event.target.closest?.(".card")));
addEventListener("hashchange", arrive);
// Another document: a page without one says so.
function turn(id) {
  if ($(id)) $(id).click();
  else announce(say(id === "next" ? "no_next" : "no_previous"));
}
