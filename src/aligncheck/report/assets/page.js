(() => {
"use strict";
const WORDS = {{ words }};
const root = document.documentElement;
const $ = (id) => document.getElementById(id);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const store = {
  get(key) { try { return localStorage.getItem("aligncheck." + key); } catch { return null; } },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem("aligncheck." + key);
      else localStorage.setItem("aligncheck." + key, value);
    } catch { /* private window */ }
  },
};

let language = "en";
const filled = (text, values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);
const listeners = [];
function speak(next) {
  language = next;
  root.lang = next === "zh" ? "zh-Hans" : "en";
  for (const e of all("[data-t]")) {
    e.dataset.en ??= e.textContent;
    e.textContent = next === "zh" ? filled(WORDS[e.dataset.t], (e.dataset.a ?? "").split("|")) : e.dataset.en;
  }
  for (const [mark, attribute] of [["l", "aria-label"], ["h", "title"], ["p", "placeholder"]]) {
    for (const e of all("[data-" + mark + "]")) {
      e.dataset.was ??= e.getAttribute(attribute);
      e.setAttribute(attribute, next === "zh" ? WORDS[e.dataset[mark]] : e.dataset.was);
    }
  }
  for (const listener of listeners) listener();
}

function theme(next) {
  root.classList.toggle("light", next === "light");
  root.classList.toggle("dark", next === "dark");
}

const switches = document.createElement("div");
switches.className = "switches";
const button = (text, title, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.setAttribute("aria-label", title);
  made.title = title;
  made.addEventListener("click", act);
  switches.append(made);
  return made;
};
const tongue = button("中文", "中文", () => {
  speak(language === "zh" ? "en" : "zh");
  store.set("language", language);
});
tongue.lang = "zh-Hans";
button("◐", "Light or dark · 浅色或深色", () => {
  const dark = root.classList.contains("dark")
    || (!root.classList.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches);
  theme(dark ? "light" : "dark");
  store.set("theme", dark ? "light" : "dark");
});
document.querySelector("header.top").append(switches);
listeners.push(() => {
  const other = language === "zh" ? "English" : "中文";
  tongue.textContent = tongue.title = other;
  tongue.setAttribute("aria-label", other);
  tongue.lang = language === "zh" ? "en" : "zh-Hans";
});
theme(store.get("theme"));
const typing = (e) => e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.("input:not([type=checkbox]), select, textarea");

{{ body }}
if ((store.get("language") ?? navigator.language).startsWith("zh")) speak("zh");
})();
