// The journal: what happened, what was decided, what was done, each course together.
import { get, itemsOf, onActivity } from "./api.js";
import { dayOf, el, empty, failure, loading, replace, timeOf } from "./dom.js";
import { changeCard } from "./findings.js";

const kinds = [["", "Everything"], ["incident", "Incidents"], ["decision", "Decisions"], ["change", "Changes"], ["request", "Requests"], ["audit", "Analyses"], ["session", "Log-ins"], ["settings", "Settings"]];

export async function activity(view, [course]) {
  const search = el("input", { type: "search", placeholder: "Search", "aria-label": "Search the journal", oninput: () => later() });
  const kind = el("select", { "aria-label": "Kind of event", onchange: () => start() }, kinds.map(([key, text]) => el("option", { value: key }, text)));
  const list = el("div", { class: "list", id: "activity" }, loading());
  const more = el("button", { type: "button", hidden: true, onclick: () => load() }, "Earlier");
  const changes = el("section", { class: "list", "aria-label": "Changes of this course" });
  replace(view,
    el("header", { class: "head" }, el("h1", {}, course ? "One course" : "Activity"), course && el("div", { class: "actions" }, el("a", { class: "button", href: "#/activity" }, "All activity"))),
    el("div", { class: "filters" }, search, kind), changes, list, el("div", { class: "row" }, more));

  let events = [];
  let next = null;
  let request = 0;
  let timer;

  const query = () => {
    const parameters = new URLSearchParams({ limit: "60" });
    if (search.value.trim()) parameters.set("q", search.value.trim());
    if (kind.value) parameters.set("kind", kind.value);
    if (course) parameters.set("correlation", course);
    return parameters;
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(start, 250); };

  async function start() {
    events = [];
    next = null;
    await load();
  }

  async function load() {
    const mine = ++request;
    const parameters = query();
    if (next) parameters.set("cursor", next);
    try {
      const page = await get(`activity?${parameters}`);
      if (mine !== request) return;
      events = events.concat(page.items);
      next = page.next;
      more.hidden = !next;
      show();
    } catch (error) {
      replace(list, failure(error, start));
    }
  }

  async function loadChanges() {
    if (!course) return;
    const page = await get(`changes?correlation=${encodeURIComponent(course)}`).catch(() => []);
    replace(changes, itemsOf(page).filter((one) => one.correlation === course).map((one) => changeCard(one, loadChanges)));
  }

  function show() {
    if (events.length === 0) {
      return replace(list, search.value || kind.value
        ? empty("Nothing fits", "Try other words or another kind.")
        : empty("Nothing has happened yet", "What AutoArr sees, decides and does is written down here."));
    }
    // Events of one course stand together, where the newest of them is.
    const courses = new Map();
    for (const event of events) {
      if (!courses.has(event.correlation)) courses.set(event.correlation, []);
      courses.get(event.correlation).push(event);
    }
    const children = [];
    let lastDay = "";
    for (const [id, group] of courses) {
      const today = dayOf(group[0].time);
      if (today !== lastDay) children.push(el("h2", {}, today));
      lastDay = today;
      const undoable = group.some((one) => one.kind.startsWith("change."));
      children.push(el("article", { class: "card" },
        el("div", { class: group.length > 1 ? "course" : "" }, group.slice().reverse().map(line)),
        (group.length > 1 || undoable) && !course && el("div", { class: "row" }, el("a", { class: "button", href: `#/activity/${encodeURIComponent(id)}` }, undoable ? "Details and undo" : "Details"))));
    }
    replace(list, children);
  }

  function line(event) {
    const details = event.details && Object.keys(event.details).length > 0;
    return el("div", { class: `event ${event.level}` },
      el("time", { dateTime: event.time, title: new Date(event.time).toLocaleString() }, timeOf(event.time)),
      el("div", {},
        el("div", { class: "text" }, event.summary), el("div", { class: "meta" }, event.service ? `${event.kind} · ${event.service}` : event.kind),
        details && course && el("details", {}, el("summary", {}, "Evidence"), el("pre", {}, JSON.stringify(event.details, null, 2)))));
  }

  await Promise.all([start(), loadChanges()]);
  const stop = onActivity((event) => {
    if (course && event.correlation !== course) return;
    if (kind.value && event.kind !== kind.value && !event.kind.startsWith(`${kind.value}.`)) return;
    if (search.value && !event.summary.toLowerCase().includes(search.value.toLowerCase())) return;
    if (events.some((one) => one.id === event.id)) return;
    events.unshift(event);
    show();
    loadChanges();
  });
  return () => { stop(); clearTimeout(timer); };
}
