// Decisions leave the page: as a file and as text. And what is done to many at once: decided, or cleared.
const here = DATA.documents[0];
// A name that any shell and any file system takes as it is.
function fileName() {
  const name = here.path.split("/").pop().normalize("NFC").replace(/[^\p{L}\p{N}._]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return ([...name].slice(0, 80).join("") || "document") + ".decisions.jsonl";
}
function openExport() {
  const count = decisions.decided(here);
  if (!count) return dialog("export", "", made("p", { t: "nothing_decided" }));
  const clear = made("button", { type: "button", class: "danger", t: "clear" });
  const box = exportDialog(fileName(), made("p", { t: "export_count", a: [count] }), made("p", { class: "acts" }, clear));
  // The question stands where the button was, and the answer that changes nothing has the focus.
  clear.addEventListener("click", () => {
    const stay = made("button", { type: "button", t: "clear_not", on: { click: () => box.close() } });
    clear.replaceWith(made("span", { t: "clear_sure", a: [count] }), stay,
      made("button", { type: "button", class: "danger", t: "clear_yes", on: { click: () => { box.close(); clearAll(); } } }));
    stay.focus();
  });
  return box;
}
function clearAll() {
  const decided = here.findings.filter(([f]) => decisions.get(f));
  decisions.change(decided.map(([f]) => [f, null]));
  announce(say("cleared", decided.length));
}

// Many findings, one decision: those shown, of one rule or of all.
function openBulk() {
  const shown = shownCards().filter((card) => decidable.has(printOf(card)));
  const open = (card) => !decisions.get(printOf(card));
  const rules = [...new Set(shown.filter(open).map((card) => card.dataset.code))].sort();
  if (!rules.length) return dialog("bulk", "", made("p", { t: "nothing_open" }));
  const of = (code) => shown.filter((card) => open(card) && (!code || card.dataset.code === code));
  const select = made("select", { name: "code" },
    ...(rules.length > 1 ? [made("option", { value: "" }, say("bulk_all") + " (" + of("").length + ")")] : []),
    ...rules.map((code) => made("option", { value: code }, code + " (" + of(code).length + ")")));
  if (current && rules.includes(current.dataset.code)) select.value = current.dataset.code;
  const choices = CHOICES.map((choice) => made("label", {},
    made("input", { type: "radio", name: "choice", value: choice, required: true }), " ", made("span", { t: "is_" + choice })));
  const confirm = made("button", { type: "submit", class: "primary" });
  const form = made("form", { method: "dialog" },
    made("label", { class: "wide" }, made("span", { t: "rule" }), select),
    made("fieldset", {}, made("legend", { t: "decide" }), ...choices),
    field("reason", "reason_label", false, ""),
    made("p", { class: "hint", t: "bulk_hint" }),
    made("p", { class: "acts" }, confirm, made("button", { type: "button", t: "cancel", on: { click: () => box.close() } })));
  const told = () => tell(confirm, "bulk_confirm", of(select.value).length);
  select.addEventListener("change", told);
  told();
  form.addEventListener("submit", () => decideAll(of(select.value), form.elements.choice.value, form.elements.reason.value));
  const box = dialog("bulk", "", form);
  return box;
}
function decideAll(chosen, decision, reason) {
  for (const card of chosen) lingering.add(card);
  decisions.change(chosen.map((card) => [printOf(card), { decision, reason }]));
  announce(say("bulk_done", chosen.length, say("is_" + decision), ...progress()));
}
