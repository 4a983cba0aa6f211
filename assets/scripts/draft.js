// <form data-draft="interest-…">: what was typed survives a closed page or a lost line, in this tab only, for two hours
// (sessionStorage: a computer at the library must not remember it). Nothing is filled in before somebody has said so: the
// layout's <template id="draft-found"> asks. Names, addresses and numbers are never kept: a browser fills in its owner's own.
// <… data-draft-done="interest-…"> on the receipt forgets it, and signing out forgets everything.
const KEPT = "input:not([type=hidden]):not([type=password]):not([type=file]), select, textarea";
const PERSONAL = ["name", "email", "tel", "street-address", "postal-code"];
const HOURS = 2;

for (const done of document.querySelectorAll("[data-draft-done]")) sessionStorage.removeItem(`draft:${done.dataset.draftDone}`);
for (const out of document.querySelectorAll("form[action='/log-ud']")) out.addEventListener("submit", () => sessionStorage.clear());

const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
const valueOf = (field) => (isChoice(field) ? field.checked : field.value);

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `draft:${form.dataset.draft}`;
  const fields = () => [...form.querySelectorAll(KEPT)].filter((field) => field.name && !PERSONAL.includes(field.autocomplete));
  const idOf = (field) => field.id || field.name;

  const read = () => {
    try {
      const { at, kept } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
      if (Date.now() - at < HOURS * 3_600_000) return new Map(kept);
    } catch {
      // What cannot be read is no draft.
    }
    sessionStorage.removeItem(key);
    return new Map();
  };

  const fillIn = (kept) => {
    for (const field of fields()) {
      if (!kept.has(idOf(field))) continue;
      if (isChoice(field)) field.checked = kept.get(idOf(field));
      else field.value = kept.get(idOf(field));
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const ask = (kept) => {
    const question = document.getElementById("draft-found")?.content.firstElementChild.cloneNode(true);
    if (!question) return;
    const close = () => question.remove();
    question.querySelector("[data-draft-continue]").addEventListener("click", () => {
      close();
      fillIn(kept);
      fields()[0]?.focus();
    });
    question.querySelector("[data-draft-anew]").addEventListener("click", () => {
      close();
      sessionStorage.removeItem(key);
      fields()[0]?.focus();
    });
    // Who begins to write has answered.
    form.addEventListener("input", close, { once: true });
    form.before(question);
  };

  const kept = read();
  const untouched = !form.querySelector("[aria-invalid], .form-error");
  const differs = (field) => kept.has(idOf(field)) && kept.get(idOf(field)) !== valueOf(field);
  if (untouched && fields().some(differs)) ask(kept);

  form.addEventListener("input", () => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), kept: fields().map((field) => [idOf(field), valueOf(field)]) }));
    } catch {
      // A full or forbidden store costs only the draft.
    }
  });
}
