// The shell: which section is shown, the live feed, and the figures beside the sections.
import { connect, get, itemsOf, onActivity } from "./api.js";
import { failure, loading, replace } from "./dom.js";
import { activity } from "./activity.js";
import { chat } from "./chat.js";
import { downloads } from "./downloads.js";
import { findings } from "./findings.js";
import { settings } from "./settings.js";

const views = { chat, downloads, findings, activity, settings };
const view = document.getElementById("view");
let leave = () => {};
let shown = 0;

async function show() {
  const [name, ...rest] = location.hash.replace(/^#\//, "").split("/");
  const key = views[name] ? name : "chat";
  leave();
  leave = () => {};
  const turn = ++shown;
  for (const link of document.querySelectorAll("[data-view]")) {
    if (link.dataset.view === key) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${key.charAt(0).toUpperCase() + key.slice(1)} – AutoArr`;
  view.className = key === "chat" ? "view chat" : "view";
  replace(view, loading());
  try {
    const cleanup = await views[key](view, rest.map(decodeURIComponent));
    if (turn === shown) leave = cleanup ?? (() => {});
    else cleanup?.();
  } catch (error) {
    if (turn === shown) replace(view, failure(error, show));
  }
}

function count(id, number) {
  const node = document.getElementById(id);
  node.hidden = !number;
  node.textContent = number > 99 ? "99+" : String(number);
}

async function counts() {
  const [incidents, audit] = await Promise.allSettled([get("incidents"), get("audit")]);
  if (incidents.status === "fulfilled") {
    count("count-downloads", itemsOf(incidents.value).filter((one) => !["resolved", "failed"].includes(one.state)).length);
  }
  if (audit.status === "fulfilled") {
    count("count-findings", (audit.value?.findings ?? []).filter((one) => ["critical", "high"].includes(one.severity)).length);
  }
}

let waiting;
onActivity((event) => {
  if (!/^(audit|finding|change|incident|decision|recovery)/.test(event.kind)) return;
  clearTimeout(waiting);
  waiting = setTimeout(counts, 400);
});

addEventListener("hashchange", () => { show(); view.focus({ preventScroll: true }); scrollTo(0, 0); });
connect((isOn) => {
  const live = document.getElementById("live");
  live.classList.toggle("on", isOn);
  live.textContent = isOn ? "live" : "connection lost, trying again";
});
show();
counts();
