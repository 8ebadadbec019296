// The two pages before the log-in: log in, and claim a house without owner.
const form = document.querySelector("form");
const error = document.getElementById("error");
const button = form.querySelector("button");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form));
  const empty = [...form.querySelectorAll("input")].find((input) => !input.value.trim());
  if (empty) return show("Please fill in every field.", empty.name);
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.id === "claim" ? "api/v1/claim" : "api/v1/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
    });
    if (response.ok) return location.replace("./");
    const problem = await response.json().catch(() => ({}));
    show(sentence(problem.detail ?? `The server answered ${response.status}.`), problem.field);
  } catch {
    show("The server cannot be reached. Is it running?");
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
});

function show(text, field) {
  error.textContent = text;
  error.hidden = false;
  for (const input of form.querySelectorAll("input")) {
    const isWrong = input.name === field;
    input.toggleAttribute("aria-invalid", isWrong);
    if (isWrong) input.focus();
  }
}

function sentence(text) {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : first + ".";
}

document.querySelector("input:not([value])")?.focus();
