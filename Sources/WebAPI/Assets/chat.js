// The chat: a sentence in, an answer with cards to choose from, a confirmation, and the course of what was asked for.
import { get, onActivity, post } from "./api.js";
import { busy, el, replace, sentence } from "./dom.js";

const ideas = ["Add the new Dune movie in 4K", "What is downloading?", "Why is it not here?"];
const places = { movie: "film", series: "series", unknown: "title" };

export async function chat(view) {
  const talk = el("div", { class: "talk", id: "talk", role: "log", "aria-label": "Conversation", tabindex: "0" });
  const field = el("textarea", { id: "say", rows: 1, maxLength: 2000, placeholder: "A wish or a question", "aria-label": "Your message", onkeydown: (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
  }, oninput: () => { field.style.height = "auto"; field.style.height = `${field.scrollHeight + 2}px`; } });
  const send = el("button", { type: "submit", class: "primary" }, "Send");
  const form = el("form", { class: "compose", onsubmit: (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || send.disabled) return;
    field.value = "";
    field.style.height = "auto";
    say(text);
  } }, field, send);
  replace(view, el("h1", { class: "visually-hidden" }, "Chat"), talk, form);

  let conversation = sessionStorage.getItem("conversation");
  const watched = new Map();
  const welcome = el("div", { class: "state" }, el("strong", {}, "Say it in your own words"),
    el("span", {}, "A film, a series, a season, or a question about what is going on."),
    el("div", { class: "ideas" }, ideas.map((text) => el("button", { type: "button", onclick: () => say(text) }, text))));

  const toEnd = () => { talk.scrollTop = talk.scrollHeight; };
  const add = (...nodes) => { welcome.remove(); talk.append(...nodes); toEnd(); };

  async function say(text) {
    add(el("div", { class: "turn mine" }, text));
    const waiting = el("div", { class: "turn theirs" }, el("div", { class: "bubble thinking", role: "status" }, "Looking …"));
    add(waiting);
    send.disabled = true;
    try {
      await answer(await post("chat", { message: text, conversation: conversation ?? undefined }));
    } catch (error) {
      add(el("div", { class: "turn theirs", role: "alert" }, el("div", { class: "bubble" }, sentence(error.message))));
    } finally {
      waiting.remove();
      send.disabled = false;
      field.focus();
      toEnd();
    }
  }

  async function answer(body) {
    if (body.conversation) {
      conversation = typeof body.conversation === "string" ? body.conversation : String(body.conversation.id ?? body.conversation);
      sessionStorage.setItem("conversation", conversation);
    }
    const reply = body.reply ?? body.text ?? body.message ?? "";
    const turn = el("div", { class: "turn theirs" }, reply && el("div", { class: "bubble" }, reply));
    add(turn);
    const requests = body.requests ?? (body.request ? [body.request] : []);
    for (const request of requests) showRequest(turn, request);
    if (requests.length === 0 && body.candidates?.length) turn.append(cards(body.candidates, body.request));
    toEnd();
  }

  function showRequest(turn, request) {
    const box = el("div", { class: "list", "data-request": request.id });
    turn.append(box);
    watched.set(request.id, { box, correlation: request.correlation });
    draw(box, request);
  }

  function draw(box, request) {
    const candidates = request.candidates ?? [];
    const state = request.state ?? request.status ?? "";
    const chosen = request.chosen ?? request.candidate;
    const act = (name, body, words, isPrimary) => {
      const button = el("button", { type: "button", class: isPrimary ? "primary" : "", "data-act": name, onclick: () => busy(button, async () => {
        const result = await post(`requests/${encodeURIComponent(request.id)}/${name}`, body);
        await renew(result?.request ?? result, request.id);
        if (result?.reply) add(el("div", { class: "turn theirs" }, el("div", { class: "bubble" }, result.reply)));
      }) }, words);
      return button;
    };
    const isOpen = ["found", "choosing", "asking"].includes(state) || (candidates.length > 1 && !chosen && !request.isClosed);
    const confirmation = request.confirmation ?? request.confirm ?? request.plan;
    const isWaiting = ["chosen", "confirming", "planned", "awaitingConfirmation"].includes(state);
    replace(box,
      isOpen && cards(candidates, request, (candidate) => act("choose", { candidate: candidate.id, token: request.token || undefined }, "This one", candidates.length === 1)),
      isWaiting && el("article", { class: "card" },
        chosen && cardOf(chosen), confirmation?.text && el("p", {}, confirmation.text), confirmation?.remark && el("p", { class: "meta" }, sentence(confirmation.remark)),
        el("div", { class: "row" }, act("confirm", confirmation?.token ? { token: confirmation.token } : {}, "Yes, add it", true), act("cancel", {}, "No"))),
      !isOpen && !isWaiting && state && el("article", { class: "card", "data-state": state },
        chosen && cardOf(chosen), el("div", { class: "row" }, el("span", { class: "badge" }, request.stateText ?? state), request.progress > 0 && request.progress < 1 && el("progress", { max: 100, value: Math.round(request.progress * 100), "aria-label": "Progress" })),
        request.note && el("p", { class: "meta" }, sentence(request.note)),
        request.correlation && el("div", { class: "row" }, el("a", { class: "button", href: `#/activity/${encodeURIComponent(request.correlation)}` }, request.change ? "Its course, and undo" : "Its course"))));
  }

  const cards = (candidates, request, choose) => el("div", { class: "candidates" }, candidates.map((one) => el("article", { class: "card", "data-candidate": one.id }, cardOf(one), choose?.(one))));

  async function renew(request, id) {
    const entry = watched.get(id);
    if (!entry) return;
    draw(entry.box, request?.id ? request : await get(`requests/${encodeURIComponent(id)}`));
    toEnd();
  }

  const stop = onActivity((event) => {
    for (const [id, entry] of watched) {
      if (event.correlation === (entry.correlation ?? id)) renew(null, id).catch(() => {});
    }
  });

  talk.append(welcome);
  field.focus({ preventScroll: true });
  return stop;
}

function cardOf(candidate) {
  const kind = places[candidate.kind] ?? candidate.kind;
  return el("div", { class: "candidate" },
    el("div", { class: "poster", "aria-hidden": "true" }, candidate.title?.trim().charAt(0) ?? "?"),
    el("div", {},
      el("h2", {}, candidate.year ? `${candidate.title} (${candidate.year})` : candidate.title),
      el("p", { class: "meta" }, [kind, candidate.inLibrary && "in the library"].filter(Boolean).join(" · ")),
      candidate.overview && el("p", { class: "overview" }, candidate.overview)));
}
