// Why a finding was decided as it was: the panel in a card for a reason, words that may stay, a rendering that counts.
const SEPARATORS = /\s*[,;，；、\n]\s*/;
// What was said before anything was decided, by fingerprint.
const drafts = new Map();
let panel = null;
let picked = null;

function row(card) { return card.closest(".p"); }
// The words that a finding points at in one language, from its values or from its marks.
function evidence(card, lang) {
  const quoted = all(".vals [lang^=" + lang + "] q", card).map(wordsIn);
  if (quoted.length || !row(card)) return quoted;
  const found = [];
  let last = null;
  for (const mark of all(":scope > [lang^=" + lang + "] mark", row(card))) {
    if (!mark.dataset.f.split(" ").includes(numberOf(card))) continue;
    if (last && last.nextSibling === mark) found.push(found.pop() + wordsIn(mark));
    else found.push(wordsIn(mark));
    last = mark;
  }
  return found;
}
const unique = (list) => [...new Set(list.map((text) => text.trim()).filter(Boolean))];
const selected = (card, lang) => (picked?.row === row(card) && picked.lang === lang ? picked.text : "");
const mayStay = (card) => card.dataset.code.startsWith("UNT");
const mayCount = (card) => /^(TRM|CON)/.test(card.dataset.code)
  || (card.dataset.code.startsWith("OMI") && evidence(card, "en").length > 0 && row(card)?.querySelector(":scope > [lang^=zh]"));

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const cell = selection.anchorNode?.parentElement?.closest(".p > [lang]");
  if (selection.isCollapsed || !cell?.contains(selection.focusNode)) return;
  picked = { row: cell.parentElement, lang: cell.lang.slice(0, 2), text: selection.toString().replace(/\s+/g, " ").trim() };
  if (panel) panel.suggest();
});

function field(name, label, lang, value) {
  const input = made("input", { type: "text", name, maxlength: name === "reason" ? 1000 : 300, autocomplete: "off", lang });
  input.value = value;
  return made("label", {}, made("span", { t: label }), input);
}
function part(name, label, checked, ...fields) {
  const box = made("input", { type: "checkbox", name });
  box.checked = checked;
  return made("fieldset", {}, made("legend", {}, made("label", {}, box, " ", made("span", { t: label }))), ...fields);
}

function openPanel(card) {
  if (panel?.card === card) return panel.form.elements.reason.focus();
  closePanel();
  const finding = printOf(card);
  const before = decisions.get(finding) ?? drafts.get(finding) ?? {};
  const form = made("form", { class: "why", l: "reason_panel" }, field("reason", "reason_label", false, before.reason ?? ""));
  if (mayStay(card)) {
    const words = before.keep ?? unique([...evidence(card, "zh"), ...evidence(card, "en")].filter((w) => /\p{Script=Latin}/u.test(w)));
    form.append(part("stays", "keep_label", Boolean(before.keep), field("keep", "keep_words", "en", words.join(", "))));
  }
  if (mayCount(card)) {
    const [english, chinese] = before.term ?? ["en", "zh"].map((lang) => selected(card, lang) || (unique(evidence(card, lang))[0] ?? ""));
    const fields = [field("english", "term_english", "en", english), field("chinese", "term_chinese", "zh", chinese)];
    form.append(part("counts", "term_label", Boolean(before.term), ...fields, made("p", { class: "hint", t: "term_hint" })));
  }
  form.append(made("p", { class: "acts" },
    made("button", { type: "submit", class: "primary", t: "save" }),
    made("button", { type: "button", t: "cancel", on: { click: () => leavePanel() } }),
    ...(decisions.get(finding) ? [] : [made("span", { class: "hint", t: "then_decide" })])));
  form.addEventListener("submit", (event) => { event.preventDefault(); savePanel(); });
  form.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.isComposing) leavePanel(); });
  // Who fills in a field means it.
  form.addEventListener("input", ({ target }) => {
    target.dataset.own = "1";
    const box = target.closest("fieldset")?.querySelector("[type=checkbox]");
    if (box && box !== target) box.checked = true;
  });
  panel = { card, form, suggest: () => suggest(card, form) };
  card.append(form);
  card.querySelector(".because").setAttribute("aria-expanded", "true");
  form.elements.reason.focus();
  form.scrollIntoView({ block: "nearest" });
}
// The reader marks the rendering in the text, and it stands in the field.
function suggest(card, form) {
  for (const [name, lang] of [["english", "en"], ["chinese", "zh"]]) {
    const input = form.elements[name];
    if (!input || input.dataset.own || !selected(card, lang)) continue;
    input.value = selected(card, lang);
    form.elements.counts.checked = true;
  }
}
function closePanel() {
  if (!panel) return;
  panel.card.querySelector(".because").setAttribute("aria-expanded", "false");
  panel.form.remove();
  panel = null;
}
function leavePanel() {
  const { card } = panel;
  closePanel();
  card.focus({ preventScroll: true });
}
// What the panel says, or nothing where it is not open on this card.
function collected(card) {
  if (panel?.card !== card) return null;
  const { reason, stays, keep, counts, english, chinese } = panel.form.elements;
  return {
    ...(reason.value.trim() && { reason: reason.value }),
    ...(stays?.checked && { keep: unique(keep.value.split(SEPARATORS)) }),
    ...(counts?.checked && english.value.trim() && chinese.value.trim() && { term: [english.value, chinese.value] }),
  };
}
function savePanel() {
  const { card } = panel;
  const finding = printOf(card);
  const why = collected(card);
  // Words that may stay and renderings that count make a finding a false alarm, unless it is said to be accepted.
  const choice = decisions.get(finding)?.decision ?? (why.keep || why.term ? "false-alarm" : undefined);
  if (choice) settle(card, choice, why);
  else {
    drafts.set(finding, why);
    announce(say("then_decide"));
  }
  leavePanel();
}
