// Small helpers around the DOM. Text is always set as text, so nothing from outside is ever read as markup.

export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "class") node.className = value;
    else if (key in node && key !== "list") node[key] = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
}

export function replace(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

export function sentence(text) {
  if (!text) return "";
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(first) ? first : first + ".";
}

export const loading = (text = "Loading …") => el("div", { class: "state", role: "status" }, text);

export const empty = (title, text, ...actions) =>
  el("div", { class: "state" }, el("strong", {}, title), text && el("span", {}, text), actions);

export function failure(error, retry) {
  return el("div", { class: "state", role: "alert" },
    el("strong", {}, "That did not work"), el("span", {}, sentence(error.message)),
    retry && el("button", { type: "button", onclick: retry }, "Try again"));
}

let toastTimer;
export function toast(text) {
  const node = document.getElementById("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { node.hidden = true; }, 4000);
}

/** Runs a button's work: it is disabled and shows that something is under way. */
export async function busy(button, work) {
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    return await work();
  } catch (error) {
    toast(sentence(error.message));
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
export const timeOf = (text) => clock.format(new Date(text));
export const dayOf = (text) => day.format(new Date(text));

export function size(bytes) {
  if (!Number.isFinite(bytes) || bytes <= 0) return "";
  const units = ["B", "KB", "MB", "GB", "TB"];
  let step = 0;
  while (bytes >= 1000 && step < units.length - 1) { bytes /= 1000; step += 1; }
  return `${bytes.toFixed(bytes < 10 && step > 1 ? 1 : 0)} ${units[step]}`;
}

export function value(json) {
  if (json === null || json === undefined) return "not set";
  if (json === true) return "on";
  if (json === false) return "off";
  if (json === "") return "empty";
  return typeof json === "object" ? JSON.stringify(json) : String(json);
}
