// Dialogs: one at a time, gone when closed, after which the focus is where it was. And what is copied.
function dialog(title, looks, ...content) {
  const heading = made("h2", { t: title, id: "dialog-title" });
  const close = made("button", { type: "button", class: "close", l: "close", h: "close", on: { click: () => box.close() } }, "×");
  const box = made("dialog", { class: looks, "aria-labelledby": "dialog-title" }, made("header", {}, heading, close), ...content);
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

// To the clipboard, or, where the browser refuses, into a field where it is selected.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(say("copied", text.length < 200 ? text : say("copied_all")));
  } catch {
    const field = made("input", { type: "text", readonly: true, l: "copy_by_hand" });
    field.value = text;
    dialog("copy_by_hand", "small", field);
    field.select();
  }
}

// Decisions as a file and as text, with what to do with them; `more` stands below.
function exportDialog(name, told, ...more) {
  const lines = decisions.lines();
  const text = made("textarea", { readonly: true, rows: 8, l: "export_text", spellcheck: "false", wrap: "off" });
  text.value = lines;
  return dialog("export", "", told,
    made("p", { class: "acts" },
      made("button", { type: "button", class: "primary", autofocus: true, on: { click: () => download(name, lines) }, t: "download" }),
      made("button", { type: "button", t: "copy_text", on: { click: () => { text.select(); copy(lines); } } })),
    text,
    made("p", { t: "export_run" }),
    made("pre", {}, made("code", {}, "aligncheck triage apply " + name)),
    made("p", { class: "hint", t: "export_where" }),
    ...more);
}
// Keys and what they do, [keys, words] each.
function keyList(keys) {
  return made("dl", {}, ...keys.map(([names, text]) => made("div", {},
    made("dt", {}, ...names.flatMap((name) => [made("kbd", {}, name), " "])), made("dd", { t: text }))));
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
