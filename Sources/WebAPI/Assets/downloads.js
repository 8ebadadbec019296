// Downloads: the queues of all clients as one, and what is wrong with them.
import { get, itemsOf, onActivity, post } from "./api.js";
import { busy, el, empty, replace, sentence, size, toast } from "./dom.js";

const stages = { queued: "waiting", downloading: "downloading", processing: "unpacking", completed: "done", failed: "failed", paused: "paused", seeding: "seeding" };
const incidentStates = { open: ["needs a look", "bad"], asking: ["asks you", "warn"], awaiting: ["waiting for the effect", ""], resolved: ["put right", "good"], failed: ["left to you", "bad"] };
const actions = {
  wait: "Wait", notice: "Tell the house", leave_to_arr: "Let the application look for another release", refresh: "Look again",
  resume_client: "Resume the queue", pause_client: "Pause the queue", search: "Search again",
  replace: "Block this release and look for another", drop: "Remove the download", ask: "Ask",
};
const words = (name) => actions[name] ?? String(name).replaceAll("_", " ");

export async function downloads(view) {
  const sub = el("p", { class: "sub", role: "status" });
  const trouble = el("section", { "aria-label": "What is wrong" });
  const queue = el("section", { "aria-label": "Queue" });
  replace(view, el("header", { class: "head" }, el("h1", {}, "Downloads"), sub), trouble, queue);

  async function load() {
    const [list, incidents] = await Promise.all([get("downloads"), get("incidents")]);
    const all = itemsOf(list);
    const open = itemsOf(incidents).filter((one) => one.state !== "resolved");
    const byDownload = new Map(open.filter((one) => one.downloadID).map((one) => [one.downloadID, one]));
    sub.textContent = all.length === 0 ? "" : `${all.length} in the queue${open.length ? `, ${open.length} with trouble` : ""}.`;
    replace(trouble, open.length > 0 && el("ul", { class: "list" }, open.map((one) => el("li", {}, incidentCard(one)))));
    const failed = (list.clients ?? []).filter((one) => one.failure);
    replace(queue,
      open.length > 0 && el("h2", { class: "spaced" }, "Queue"),
      failed.map((one) => el("p", { class: "notice bad" }, sentence(`${one.id ?? one.service} did not answer: ${one.failure}`))),
      all.length === 0
        ? empty("Nothing is being downloaded", "What you ask for in the chat shows up here.")
        : el("ul", { class: "list", id: "downloads" }, all.map((one) => el("li", {}, card(one, byDownload.get(one.id))))));
  }

  function card(download, incident) {
    const job = download.job ?? download;
    const title = download.title ?? download.arr?.itemTitle ?? job.name ?? download.id;
    const release = job.name ?? download.arr?.title;
    const share = download.progress ?? 0;
    const stage = job.stage ?? download.arr?.state ?? "queued";
    const left = job.bytesLeft > 0 && stage === "downloading" ? `${size(job.bytesLeft)} left` : "";
    const client = job.client ?? download.client;
    return el("article", { class: "card", "data-download": download.id },
      el("div", { class: "row" }, el("h2", { class: "grow" }, title),
        (incident || stage === "failed") && el("span", { class: "badge bad" }, incident ? "trouble" : "failed"),
        client && el("span", { class: "badge plain" }, client)),
      release && release !== title && el("p", { class: "meta" }, release),
      stage !== "failed" && el("progress", { max: 100, value: Math.round(share * 100), "aria-label": `Progress of ${title}` }),
      el("p", { class: "meta" }, [stages[stage] ?? stage, stage !== "failed" && `${Math.round(share * 100)} %`, size(job.bytes), left].filter(Boolean).join(" · ")));
  }

  function incidentCard(incident) {
    const [state, tone] = incidentStates[incident.state] ?? [incident.state, "plain"];
    const body = el("div", { class: "list" });
    const decide = el("button", { type: "button", "data-act": "decide", onclick: () => busy(decide, async () => showDecision(decisionOf(await post(`incidents/${encodeURIComponent(incident.id)}/decide`)))) }, "What would you do?");

    function showDecision(decision) {
      if (!decision) return;
      const act = (action, isFirst) => {
        const button = el("button", { type: "button", class: isFirst ? "primary" : "", "data-act": "act", onclick: () => busy(button, async () => {
          const result = await post(`incidents/${encodeURIComponent(incident.id)}/act`, { action });
          toast(sentence(result?.outcome ?? result?.note ?? "Done; what comes of it shows in the activity"));
          await load();
        }) }, words(action));
        return button;
      };
      const closed = (decision.gates ?? []).filter((gate) => !gate.isOpen);
      replace(body,
        el("p", {}, el("strong", {}, `${words(decision.action)}. `), sentence(decision.reason)),
        closed.length > 0 && el("ul", {}, closed.map((gate) => el("li", { class: "meta" }, sentence(`${gate.question}: ${gate.evidence}`)))),
        el("div", { class: "row" }, [decision.action, ...(decision.alternatives ?? [])]
          .filter((one, place, all) => !["wait", "notice", "ask"].includes(one) && all.indexOf(one) === place)
          .map((one) => act(one, one === decision.action))));
    }

    if (incident.decision) showDecision(decisionOf(incident.decision));
    return el("article", { class: "card", "data-incident": incident.id },
      el("div", { class: "row" }, el("h2", { class: "grow" }, incident.title), el("span", { class: `badge ${tone}` }, state), el("span", { class: "badge plain" }, incident.service)),
      incident.what && el("p", {}, sentence(incident.what)),
      incident.message && el("blockquote", { class: "meta" }, incident.message),
      incident.outcome && el("p", { class: "meta" }, sentence(incident.outcome)),
      body,
      el("div", { class: "row" }, decide, el("a", { class: "button", href: `#/activity/${encodeURIComponent(incident.correlation)}` }, "Its course")));
  }

  const decisionOf = (body) => body?.decision ?? body;

  await load();
  let waiting;
  const reload = () => load().catch((error) => { sub.textContent = sentence(error.message); });
  const stop = onActivity((event) => {
    if (!/^(incident|decision|download|recovery|change|request)/.test(event.kind)) return;
    clearTimeout(waiting);
    waiting = setTimeout(reload, 300);
  });
  // Progress is not written to the journal, so the queue is asked for while it is in view.
  const timer = setInterval(() => { if (!document.hidden && !view.contains(document.activeElement?.closest("button"))) reload(); }, 5000);
  return () => { stop(); clearInterval(timer); clearTimeout(waiting); };
}
