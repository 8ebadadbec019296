// Settings: how far AutoArr may go, the services, keys for programs, the password.
import { get, itemsOf, patch, post, put, remove } from "./api.js";
import { connections } from "./connections.js";
import { busy, dayOf, el, replace, toast } from "./dom.js";

export async function settings(view) {
  const [policy, current, session] = await Promise.all([get("policy"), get("settings"), get("session")]);
  const keys = el("section", { class: "card" });
  const services = el("section", { class: "card" });
  replace(view,
    el("header", { class: "head" }, el("h1", {}, "Settings")),
    el("div", { class: "list" }, policyCard(policy, current), services, keys, accountCard(session)));
  await Promise.all([connections(services), get("keys").then((body) => showKeys(keys, body))]);
}

function policyCard(policy, current) {
  const names = { observe: "Observe", suggest: "Suggest", "act-safe": "Act, safely", "act-all": "Act, fully" };
  const choose = async (mode) => {
    try {
      await put("policy", { mode });
      toast(`AutoArr now ${policy.modes.find((one) => one.id === mode).does}.`);
    } catch (error) { toast(error.message); }
  };
  const dryRun = el("input", { type: "checkbox", checked: current.dryRun, disabled: Boolean(current.fixedBy.dryRun), onchange: async () => {
    try { await patch("settings", { dryRun: dryRun.checked }); } catch (error) { dryRun.checked = !dryRun.checked; toast(error.message); }
  } });
  return el("section", { class: "card" },
    el("fieldset", { class: "choices", disabled: Boolean(policy.fixedBy) },
      el("legend", {}, el("h2", {}, "How far AutoArr may go by itself")),
      policy.modes.map((mode) => el("label", {},
        el("input", { type: "radio", name: "mode", value: mode.id, checked: mode.id === policy.mode, onchange: () => choose(mode.id) }),
        el("span", {}, el("strong", {}, names[mode.id] ?? mode.id), ` – ${mode.does}`)))),
    policy.fixedBy && el("p", { class: "notice" }, `Set by ${policy.fixedBy} in the environment.`),
    el("div", { class: "choices" }, el("label", {}, dryRun, el("span", {}, el("strong", {}, "Dry run"), " – write nothing to any service, only say what would be written"))),
    current.fixedBy.dryRun && el("p", { class: "notice" }, `Set by ${current.fixedBy.dryRun} in the environment.`));
}

function showKeys(section, body) {
  const reload = async () => showKeys(section, await get("keys"));
  const name = el("input", { "aria-label": "What the key is for", placeholder: "What it is for", maxLength: 64 });
  const scope = el("select", { "aria-label": "What the key allows" }, el("option", { value: "read" }, "may look"), el("option", { value: "act" }, "may look and act"));
  const secret = el("p", { class: "notice good", role: "status", hidden: true });
  const make = el("button", { type: "button", onclick: () => busy(make, async () => {
    if (!name.value.trim()) { name.focus(); throw new Error("say what the key is for"); }
    const made = await post("keys", { name: name.value, scopes: scope.value === "act" ? ["read", "act"] : ["read"] });
    await reload();
    const shown = section.querySelector("[data-secret]");
    replace(shown, "Copy it now, it is not shown again: ", el("code", {}, made.secret));
    shown.hidden = false;
  }) }, "Make a key");
  secret.dataset.secret = "";
  replace(section, el("h2", {}, "Keys for programs"),
    el("p", { class: "meta" }, "Programs send one in the header X-Api-Key."),
    el("ul", { class: "list" }, itemsOf(body).map((key) => {
      const revoke = el("button", { type: "button", onclick: () => busy(revoke, async () => { await remove(`keys/${encodeURIComponent(key.id)}`); await reload(); }) }, "Take back");
      return el("li", { class: "row" }, el("div", { class: "grow" }, el("strong", {}, key.name), el("p", { class: "meta" }, `${key.scopes.includes("act") ? "may look and act" : "may look"} · ${key.lastUsed ? `used ${dayOf(key.lastUsed)}` : "never used"}`)), revoke);
    })),
    secret, el("div", { class: "filters" }, name, scope), el("div", { class: "row" }, make));
}

function accountCard(session) {
  const current = el("input", { type: "password", autocomplete: "current-password", id: "current" });
  const wanted = el("input", { type: "password", autocomplete: "new-password", id: "wanted" });
  const change = el("button", { type: "submit" }, "Change the password");
  const leave = el("button", { type: "button", class: "quiet", onclick: () => busy(leave, async () => { await remove("session"); location.replace("login"); }) }, "Log out");
  return el("section", { class: "card" },
    el("div", { class: "row" }, el("h2", { class: "grow" }, `Logged in as ${session.name}`), leave),
    el("form", { class: "list", onsubmit: (event) => {
      event.preventDefault();
      busy(change, async () => {
        await put("account/password", { current: current.value, new: wanted.value });
        current.value = wanted.value = "";
        toast("Changed. Other browsers have to log in again.");
      });
    } }, el("input", { class: "visually-hidden", type: "text", autocomplete: "username", value: session.name, readOnly: true, tabIndex: -1, "aria-hidden": "true" }), el("label", { htmlFor: "current" }, "Password now"), current, el("label", { htmlFor: "wanted" }, "New password, ten characters or more"), wanted, el("div", { class: "row" }, change)));
}
