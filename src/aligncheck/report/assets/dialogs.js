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
