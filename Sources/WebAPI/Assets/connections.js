// The services of this house: which are connected, whether they work, and the form that connects another one.
import { get, itemsOf, post, remove } from "./api.js";
import { busy, el, replace, sentence } from "./dom.js";

export async function connections(section) {
  const [list, kinds] = await Promise.all([get("connections"), get("connections/kinds")]);
  const reload = () => connections(section);
  const form = connectForm(itemsOf(kinds), reload);
  const proposed = el("div", { class: "list", role: "status" });
  const look = el("button", { type: "button", id: "discover", onclick: () => busy(look, async () => {
    const found = itemsOf(await post("discover", {}));
    replace(proposed, found.length === 0
      ? el("p", { class: "meta" }, "Nothing else answers in this house, and no service names another one.")
      : el("ul", { class: "list" }, found.map((one) => el("li", { class: "row" },
        el("div", { class: "grow" }, el("strong", {}, one.name), el("p", { class: "meta" }, `${one.url} · ${one.source}${one.answers ? "" : " · does not answer us there"}`)),
        el("button", { type: "button", onclick: () => form.fill(one) }, "Fill in")))));
  }) }, "Look for services");
  replace(section, el("h2", {}, "Services"),
    el("ul", { class: "list", id: "connections" }, itemsOf(list).map((one) => el("li", {}, row(one, reload)))),
    form.node, el("div", { class: "row" }, look), proposed);
}

function row(connection, reload) {
  const found = el("p", { class: "notice", role: "status", hidden: true });
  const test = el("button", { type: "button", onclick: () => busy(test, async () => {
    show(found, await post(`connections/${encodeURIComponent(connection.id)}/test`));
  }) }, "Test");
  const forget = el("button", { type: "button", onclick: () => busy(forget, async () => {
    await remove(`connections/${encodeURIComponent(connection.id)}`);
    await reload();
  }) }, "Forget");
  const name = connection.id === connection.kind ? connection.name : `${connection.name} (${connection.id})`;
  return el("div", { class: "list", "data-connection": connection.id },
    el("div", { class: "row" },
      el("div", { class: "grow" }, el("strong", {}, name), el("p", { class: "meta" }, `${connection.url}${connection.isFixed ? " · set in the environment" : ""}`)),
      test, !connection.isFixed && forget),
    found);
}

function show(node, tested) {
  node.className = tested.isWorking ? "notice good" : "notice bad";
  node.textContent = sentence(tested.message);
  node.hidden = false;
}

function connectForm(kinds, reload) {
  const kind = el("select", { id: "connect-kind", onchange: () => fields() }, kinds.map((one) => el("option", { value: one.kind }, one.name)));
  const url = el("input", { id: "connect-url", inputMode: "url", autocomplete: "off" });
  const key = el("input", { id: "connect-key", type: "password", autocomplete: "off" });
  const user = el("input", { id: "connect-user", autocomplete: "off" });
  const keyLabel = el("label", { htmlFor: "connect-key" });
  const userField = el("div", { class: "list" }, el("label", { htmlFor: "connect-user" }, "User"), user);
  const found = el("p", { class: "notice", role: "status", id: "connect-found", hidden: true });

  const chosen = () => kinds.find((one) => one.kind === kind.value);
  function fields() {
    const one = chosen();
    url.placeholder = `http://192.168.1.10:${one.port}`;
    keyLabel.textContent = { key: "API key", token: "Token", login: "Password", password: "Password" }[one.credential];
    userField.hidden = one.credential !== "login";
    found.hidden = true;
  }
  function filled() {
    const one = chosen();
    const secret = ["key", "token"].includes(one.credential) ? { apiKey: key.value } : { username: user.value, password: key.value };
    return { kind: one.kind, url: url.value, ...secret };
  }
  const attempt = el("button", { type: "button", id: "connect-test", onclick: () => busy(attempt, async () => show(found, await post("connections/test", filled()))) }, "Test");
  const connect = el("button", { type: "submit", class: "primary" }, "Connect");
  const node = el("form", { class: "list", id: "connect", onsubmit: (event) => {
    event.preventDefault();
    busy(connect, async () => { await post("connections", filled()); await reload(); });
  } },
  el("h3", {}, "Connect another one"),
  el("label", { htmlFor: "connect-kind" }, "Application"), kind,
  el("label", { htmlFor: "connect-url" }, "Address"), url,
  userField, keyLabel, key,
  el("div", { class: "row" }, attempt, connect), found);
  fields();
  return { node, fill(one) { kind.value = one.kind; fields(); url.value = one.url; key.value = ""; key.focus(); } };
}
