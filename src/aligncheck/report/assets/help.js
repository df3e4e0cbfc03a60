// What the keys do and what the decisions mean; and the two settings that the browser keeps.
const KEYS = [
  [["j", "k"], "key_walk"],
  [["n", "p"], "key_turn"],
  [["1", "2", "3", "4"], "key_decide"],
  [["e"], "key_reason"],
  [["u"], "key_undo"],
  [["/"], "key_find"],
  [["x"], "key_export"],
  [["?"], "key_help"],
  [["Esc"], "key_escape"],
];
function setting(key, on, off, label) {
  const box = made("input", { type: "checkbox" });
  box.checked = store.get(key) === on || (on === null && store.get(key) !== off);
  box.addEventListener("change", () => { store.set(key, box.checked ? on : off); hintKeys(); });
  return made("p", {}, made("label", { class: "check" }, box, " ", made("span", { t: label })));
}
function openHelp() {
  const choices = CHOICES.map((choice) => made("div", {}, made("dt", { t: "is_" + choice }), made("dd", { t: "means_" + choice })));
  dialog("help", "help",
    made("div", { class: "columns" },
      made("section", {}, made("h3", { t: "help_keys" }), keyList(KEYS),
        setting("keys", null, "off", "keys_on"), setting("advance", "on", null, "advance")),
      made("section", {}, made("h3", { t: "help_decisions" }), made("dl", { class: "choices" }, ...choices),
        made("p", { t: "help_where" }))));
}
