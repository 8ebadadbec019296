// Findings of the configuration analysis: what is wrong, why it matters, what would be written, and back again.
import { get, itemsOf, onActivity, post } from "./api.js";
import { busy, dayOf, el, empty, failure, replace, sentence, timeOf, toast, value } from "./dom.js";

const tones = { critical: "bad", high: "bad", medium: "warn", low: "", info: "plain" };

export async function findings(view) {
  const list = el("ul", { class: "list", id: "findings" });
  const sub = el("p", { class: "sub" });
  const run = el("button", { type: "button", class: "primary", id: "run-audit", onclick: () => busy(run, analyse) }, "Look again");
  const done = el("section", { class: "changes" });
  replace(view, el("header", { class: "head" }, el("h1", {}, "Findings"), el("div", { class: "actions" }, run), sub), list, done);

  async function analyse() {
    await post("audit");
    await load();
    toast("Looked at every service again.");
  }

  async function load() {
    const [audit, changes] = await Promise.all([get("audit"), get("changes").catch(() => ({ items: [] }))]);
    showRun(audit);
    showChanges(itemsOf(changes));
  }

  function showRun(audit) {
    if (!audit?.time) {
      sub.textContent = "";
      return replace(list, el("li", {}, empty("Nothing looked at yet", "The first look takes some seconds and changes nothing.")));
    }
    const silent = (audit.services ?? []).filter((one) => one.failure);
    sub.textContent = `Score ${audit.score} of 100, from ${dayOf(audit.time)}, ${timeOf(audit.time)}.`;
    replace(list,
      silent.map((one) => el("li", { class: "notice bad" }, sentence(`${one.service} did not answer: ${one.failure}`))),
      audit.findings.length === 0
        ? el("li", {}, empty("Nothing to put right", "Every rule that applies here is satisfied."))
        : audit.findings.map((one) => el("li", {}, card(one))));
  }

  function card(finding) {
    const preview = el("div", { hidden: true });
    const apply = el("button", { type: "button", class: "primary", hidden: true, "data-act": "apply", onclick: () => busy(apply, applyIt) }, "Apply");
    const look = finding.change && el("button", { type: "button", "data-act": "preview", onclick: () => busy(look, lookIt) }, "Show what changes");
    const dismiss = el("button", { type: "button", class: "quiet", "data-act": "dismiss", onclick: () => busy(dismiss, dismissIt) }, "Leave as it is");

    async function lookIt() {
      const shown = await post(`findings/${encodeURIComponent(finding.id)}/preview`);
      const lines = shown.lines ?? Object.entries(shown.change.after).map(([setting, after]) => ({ setting, before: shown.now?.[setting], after }));
      replace(preview, el("table", {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Setting"), el("th", { scope: "col" }, "Now"), el("th", { scope: "col" }, "Then"))),
        el("tbody", {}, lines.map((line) => el("tr", {}, el("td", {}, line.setting), el("td", { class: "before" }, value(line.before)), el("td", { class: "after" }, value(line.after)))))));
      preview.hidden = false;
      apply.hidden = false;
      look.hidden = true;
      apply.focus();
    }

    async function applyIt() {
      const change = await post(`findings/${encodeURIComponent(finding.id)}/apply`);
      toast(change?.state === "failed" ? sentence(change.note ?? "The service did not take it") : change?.state === "would" ? "Dry run: nothing was written." : "Applied and read back. Undo it below.");
      await load();
    }

    async function dismissIt() {
      await post(`findings/${encodeURIComponent(finding.id)}/dismiss`);
      toast("Left as it is.");
      await load();
    }

    return el("article", { class: "card", "data-finding": finding.id },
      el("div", { class: "row" }, el("span", { class: `badge ${tones[finding.severity] ?? ""}` }, finding.severity), el("h2", { class: "grow" }, finding.title), el("span", { class: "badge plain" }, finding.service)),
      el("dl", { class: "pairs" }, el("dt", {}, "Now"), el("dd", {}, finding.current), el("dt", {}, "Better"), el("dd", {}, finding.good)),
      el("p", { class: "meta" }, sentence(finding.why)),
      preview,
      el("div", { class: "row" }, look, apply, dismiss, !finding.change && el("span", { class: "meta" }, "This one needs your hands.")));
  }

  function showChanges(changes) {
    if (changes.length === 0) return replace(done);
    replace(done, el("h2", { id: "changes-title" }, "Changes made"),
      el("ul", { class: "list" }, changes.slice(0, 20).map((change) => el("li", {}, changeCard(change, load)))));
  }

  await load();
  const stop = onActivity((event) => {
    if (/^(audit|finding|change)/.test(event.kind)) load().catch((error) => replace(list, failure(error, load)));
  });
  return stop;
}

const states = {
  planned: ["unknown: look at the service", "warn"], would: ["dry run", "plain"], applied: ["written", ""],
  verified: ["written and read back", "good"], failed: ["failed", "bad"], undone: ["undone", "plain"],
};

/** One change, with its undo. */
export function changeCard(change, reload) {
  const [words, tone] = states[change.state] ?? [change.state, "plain"];
  const undo = change.undoable && ["applied", "verified"].includes(change.state)
    && el("button", { type: "button", "data-act": "undo", onclick: () => busy(undo, async () => {
      await post(`changes/${change.id}/undo`);
      toast("Undone and read back.");
      await reload();
    }) }, "Undo");
  return el("article", { class: "card", "data-change": change.id },
    el("div", { class: "row" }, el("div", { class: "grow" }, el("h3", {}, change.title), el("p", { class: "meta" }, `${dayOf(change.time)}, ${timeOf(change.time)}`)), el("span", { class: `badge ${tone}` }, words), undo),
    change.note && el("p", { class: "meta" }, sentence(change.note)));
}
