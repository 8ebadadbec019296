// Speaks to the server this page came from; addresses are relative, so that any URL base works.

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

export async function call(method, path, body, { signal } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(method === "POST" ? { "Idempotency-Key": crypto.getRandomValues(new Uint32Array(4)).join("-") } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("the server cannot be reached; is it running?");
  }
  if (response.status === 401) {
    location.replace("login");
    return new Promise(() => {});
  }
  const text = await response.text();
  let json = null;
  try { json = text ? JSON.parse(text) : null; } catch { json = { detail: "the server gave an answer that is no JSON" }; }
  if (!response.ok) throw new Problem(response.status, json ?? {});
  return json;
}

export const get = (path, options) => call("GET", `api/v1/${path}`, undefined, options);
export const post = (path, body = {}) => call("POST", `api/v1/${path}`, body);
export const put = (path, body) => call("PUT", `api/v1/${path}`, body);
export const patch = (path, body) => call("PATCH", `api/v1/${path}`, body);
export const remove = (path) => call("DELETE", `api/v1/${path}`);

/** The items of a list, whether it comes in pages or whole. */
export const itemsOf = (body) => (Array.isArray(body) ? body : body?.items ?? []);

const listeners = new Set();

/** Tells of every event of the journal until the returned function is called. */
export function onActivity(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the live feed; the browser comes back by itself, with the last event's id. */
export function connect(onState) {
  const source = new EventSource("api/v1/events");
  source.addEventListener("open", () => onState(true));
  source.addEventListener("error", () => {
    onState(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(() => connect(onState), 5000);
  });
  source.addEventListener("activity", (message) => {
    const event = JSON.parse(message.data);
    for (const listener of listeners) listener(event);
  });
}
