(() => {
"use strict";
const [ENGLISH, WORDS] = {{ words }};
const KEY = "aligncheck.";
const root = document.documentElement;
const $ = (id) => document.getElementById(id);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
// What the browser keeps; `set` says whether it did (a private window may refuse).
const store = {
  get(key) { try { return localStorage.getItem(KEY + key); } catch { return null; } },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(KEY + key);
      else localStorage.setItem(KEY + key, value);
      return true;
    } catch { return false; }
  },
};

let language = "en";
const filled = (text, values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);
// A phrase in the page's language, as words.py says it.
function say(key, ...values) {
  if (language === "zh") return filled(WORDS[key], values);
  const [one, many] = ENGLISH[key].split("|");
  return filled(many === undefined || String(values[0]) === "1" ? one : many, values);
}
// An element's words, from now on in either language.
function tell(element, key, ...values) {
  element.dataset.t = key;
  if (values.length) element.dataset.a = values.join("|");
  element.textContent = say(key, ...values);
}
const NAMED = { l: "aria-label", h: "title", p: "placeholder" };
// An element. `t` is the key of its words, `a` what they are filled with; `l`, `h` and `p` are the keys of its label,
// hint and placeholder; `on` holds what listens; all else is an attribute, left out where it is false.
function made(tag, { t, a = [], on = {}, ...given } = {}, ...inside) {
  const element = document.createElement(tag);
  if (t) tell(element, t, ...a);
  for (const [name, value] of Object.entries(given)) {
    if (NAMED[name]) {
      element.dataset[name] = value;
      element.setAttribute(NAMED[name], say(value));
    } else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  for (const [event, act] of Object.entries(on)) element.addEventListener(event, act);
  element.append(...inside);
  return element;
}

const listeners = [];
function speak(next) {
  language = next;
  root.lang = next === "zh" ? "zh-Hans" : "en";
  for (const e of all("[data-t]")) e.textContent = say(e.dataset.t, ...(e.dataset.a ?? "").split("|"));
  for (const [mark, attribute] of Object.entries(NAMED)) {
    for (const e of all("[data-" + mark + "]")) e.setAttribute(attribute, say(e.dataset[mark]));
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
  const one = made("button", { type: "button", "aria-label": title, title, on: { click: act } }, text);
  switches.append(one);
  return one;
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

// For those who hear the page: what a key or a button did.
const said = made("div", { class: "sr", role: "status" });
document.body.append(said);
const announce = (text) => { said.textContent = text; };

// Whether a key is meant for something else than the page's own keys, which can also be switched off.
const typing = (e) => e.ctrlKey || e.metaKey || e.altKey || e.isComposing || store.get("keys") === "off"
  || document.querySelector("dialog[open]")
  || e.target.closest?.("input:not([type=checkbox]), select, textarea");

{{ body }}
if ((store.get("language") ?? navigator.language).startsWith("zh")) speak("zh");
})();
