// Pages that `aligncheck review` serves: decisions go to it as they are made, and what changed elsewhere comes back.
// Of all other pages, decisions stay in the browser.
if (DATA.served) (() => {
  const SERVED = DATA.served;
  const AGAIN = 3000; // milliseconds until what failed is tried again
  const SLOW = 600; // milliseconds until saving is worth a word
  const UNSAVED = "unsaved.";
  const PLACE = KEY + "place";
  const mine = DATA.documents.flatMap(({ findings }) => findings.map(([f]) => f));
  const picked = ({ decision, reason, keep, term }) => ({ decision, reason, keep, term });
  // What a storage says is to be saved: a record, null where a decision was taken back, undefined for anything else.
  function toSave(text) {
    try {
      const record = JSON.parse(text);
      return record === null ? null : decisions.valid(record) ?? undefined;
    } catch { return undefined; }
  }
  const same = (one, other) => JSON.stringify(one ? picked(one) : null) === JSON.stringify(other ? picked(other) : null);

  // Notices: one of a kind at a time, told to those who hear the page.
  const area = made("div", { class: "notices", role: "status" });
  document.body.append(area);
  addEventListener("DOMContentLoaded", () => document.querySelector(".dock")?.append(area));
  const shown = new Map();
  // Shows the phrases of a kind of notice, and behind them what the server said; none of either takes it away.
  function notice(kind, keys, text = "", action = null) {
    const before = shown.get(kind);
    const said = JSON.stringify([keys, text]);
    if (before?.said === said) return;
    before?.element.remove();
    shown.delete(kind);
    if (!keys.length) return;
    const line = made("p", {}, ...keys.flatMap((key) => [made("span", { t: key }), " "]), text);
    const element = made("div", { class: "notice " + kind }, line);
    if (action) element.append(made("button", { type: "button", t: action.key, on: { click: action.act } }));
    area.append(element);
    shown.set(kind, { said, element });
  }
  const closed = (kind) => ({ key: "review_close", act: () => notice(kind, []) });

  // Saving: one decision at a time, in the order they were made; what could not be saved yet is kept in the browser.
  const unsaved = new Map();
  let kept = true;
  let saving = false;
  let away = false;
  let later = 0;
  function tellSaving() {
    const waiting = unsaved.size > 0;
    notice("away", away ? ["review_away", ...(waiting ? [kept ? "review_kept" : "review_window"] : [])] : []);
    if (!waiting) notice("saving", []);
    if (away) notice("version", []); // there is nobody to have it from
  }
  function keep(f, record) {
    const text = JSON.stringify(record ? picked(record) : null);
    unsaved.delete(f);
    unsaved.set(f, text);
    kept = store.set(UNSAVED + f, text);
    setTimeout(() => { if (unsaved.size && !away) notice("saving", ["review_saving"]); }, SLOW);
    save();
  }
  async function save() {
    if (saving) return;
    saving = true;
    clearTimeout(later);
    while (unsaved.size) {
      const [f, text] = unsaved.entries().next().value;
      if (!await sent(f, JSON.parse(text))) {
        later = setTimeout(save, AGAIN);
        break;
      }
      if (unsaved.get(f) === text) {
        unsaved.delete(f);
        store.set(UNSAVED + f, null);
      }
    }
    saving = false;
    tellSaving();
    if (!unsaved.size) renew();
  }
  // Whether a decision is settled: saved, or never to be.
  async function sent(f, record) {
    try {
      const answer = await fetch("/-/decisions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ fingerprint: f, decision: null, ...record }),
        keepalive: true,
      });
      away = answer.status === 403;
      if (away) return false;
      const text = answer.ok ? "" : (await answer.text()).trim();
      notice("unsaved", answer.status >= 500 ? ["review_unsaved"] : [], text);
      if (answer.status === 409) notice("refused", ["review_gone"], "", closed("refused"));
      else if (answer.status >= 400 && answer.status < 500) notice("refused", ["review_refused"], text, closed("refused"));
      return answer.status < 500;
    } catch {
      away = true;
      return false;
    }
  }

  // What changed elsewhere. Only a window that is seen listens: browsers hold few connections to one server open.
  let stream = null;
  let failed = 0;
  let version = SERVED.version;
  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource("/-/events?page=" + encodeURIComponent(location.pathname));
    const on = (kind, act) => stream.addEventListener(kind, ({ data }) => act(JSON.parse(data)));
    on("state", (state) => {
      failed = 0;
      away = false;
      for (const f of mine) take(f, state.decisions[f]);
      trouble(state.trouble);
      changed(state.version);
      save();
    });
    on("decision", ({ fingerprint, record }) => { if (decisions.knows(fingerprint)) take(fingerprint, record); });
    on("trouble", trouble);
    on("version", changed);
    stream.addEventListener("error", () => {
      failed += 1;
      // The first error may be a connection that was lost; the second says that there is none to be had.
      if (stream?.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(listen, AGAIN);
        away = true;
      } else if (failed > 1) away = true;
      tellSaving();
    });
  }
  function hush() {
    stream?.close();
    stream = null;
  }
  function take(f, record) {
    if (!unsaved.has(f) && !same(record, decisions.get(f))) decisions.received(f, record ? picked(record) : null);
  }
  function trouble(text) {
    notice("trouble", text ? ["review_trouble"] : [], text ?? "");
  }

  // A new version is shown in place, unless somebody is in the middle of something.
  const busy = () => unsaved.size > 0 || document.querySelector("dialog[open], .why")
    || document.activeElement?.matches("input:not([type=checkbox]), textarea");
  function changed(next) {
    version = next;
    if (next === null) notice("version", ["review_no_page"]);
    else renew();
  }
  function renew() {
    if (away || version === null || version === SERVED.version) return;
    if (busy()) notice("version", ["review_version"], "", { key: "review_show", act: reload });
    else reload();
  }
  function reload() {
    const card = document.querySelector(".card[aria-current]");
    const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
    const current = card && inView(card.getBoundingClientRect()) ? card : null;
    const seen = current ?? document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest(".card, .p");
    const anchors = [seen, seen?.closest(".p")].filter((element) => element?.id);
    const places = anchors.map((element) => [element.id, element.getBoundingClientRect().top]);
    const place = { page: location.pathname, y: scrollY, places, focused: current !== null };
    try { sessionStorage.setItem(PLACE, JSON.stringify(place)); } catch { /* then it begins at the top */ }
    history.scrollRestoration = "manual";
    location.reload();
  }
  function returned() {
    let place = null;
    let found = [];
    try {
      place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
      found = place.places.find(([each]) => $(each)) ?? [];
    } catch { /* nothing was kept */ }
    if (place?.page !== location.pathname) return;
    history.scrollRestoration = "auto";
    const [id, top] = found;
    if (!id) {
      scrollTo(0, place.y);
      return;
    }
    const element = $(id);
    if (place.focused) element.focus({ preventScroll: true });
    // Rows are laid out as they come into view: once to get there, once more to get it exactly.
    const settle = () => scrollBy({ top: element.getBoundingClientRect().top - top, behavior: "instant" });
    settle();
    requestAnimationFrame(() => requestAnimationFrame(settle));
  }

  decisions.place = { read: (f) => SERVED.decisions[f] ?? null, write: keep };
  for (const [f, record] of Object.entries(SERVED.decisions)) if (decisions.knows(f)) decisions.received(f, picked(record));
  for (const f of mine) {
    const record = toSave(store.get(UNSAVED + f) ?? "");
    if (record === undefined) continue;
    unsaved.set(f, JSON.stringify(record));
    decisions.received(f, record);
  }
  // Another window of this browser decided while the server is away, or has saved what both kept.
  addEventListener("storage", ({ key, newValue }) => {
    const f = key?.startsWith(KEY + UNSAVED) ? key.slice((KEY + UNSAVED).length) : "";
    const record = toSave(newValue ?? "");
    if (!decisions.knows(f) || (newValue !== null && record === undefined)) return;
    unsaved.delete(f);
    if (newValue === null) return;
    unsaved.set(f, JSON.stringify(record));
    decisions.received(f, record);
    later ||= setTimeout(save, AGAIN);
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
  addEventListener("pagehide", hush);
  addEventListener("pageshow", listen);
  addEventListener("load", returned);
  if (unsaved.size) save();
})();
else decisions.load();
