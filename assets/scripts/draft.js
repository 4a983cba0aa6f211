// <form data-draft="interest-…">: what was typed survives a closed page or a lost line, in this tab only, for two hours
// (sessionStorage: a computer at the library must not remember it). Nothing is filled in before somebody has said so: the
// layout's <template id="draft-found"> asks, and until it is answered nothing is written over what it asks about: what is
// typed meanwhile is kept beside it, under the same key with a "+", and is asked about when the older one is gone.
// Never kept: names, e-mail and street addresses, postcodes, telephone numbers and birthdays, by the field's type or by its
// `autocomplete`; a browser fills in its owner's own. Nor the trap (components.html): what stands in it makes the form be
// taken for a machine's.
// <… data-draft-done="interest-…"> on the receipt forgets it, and signing out forgets everything.
const SHOWN = "input:not([type=hidden]), select, textarea";
const TRAP = ".s-trap";
const NOT_KEPT = ["password", "file", "email", "tel"];
const PERSONAL = ["name", "email", "tel", "street-address", "postal-code", "bday"];
const HOURS = 2;

for (const { dataset } of document.querySelectorAll("[data-draft-done]"))
  for (const beside of ["", "+"]) sessionStorage.removeItem(`draft:${dataset.draftDone}${beside}`);
for (const out of document.querySelectorAll("form[action='/log-ud']")) out.addEventListener("submit", () => sessionStorage.clear());

const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
const valueOf = (field) => (isChoice(field) ? field.checked : field.value);

for (const form of document.querySelectorAll("form[data-draft]")) {
  const older = `draft:${form.dataset.draft}`;
  const newer = `${older}+`;
  const shown = () => [...form.querySelectorAll(SHOWN)].filter((field) => !field.closest(TRAP));
  const isKept = (field) => field.name && !NOT_KEPT.includes(field.type) && !PERSONAL.includes(field.autocomplete);
  const fields = () => shown().filter(isKept);
  const focusFirst = () => shown().find((field) => field.getClientRects().length > 0)?.focus();
  const idOf = (field) => field.id || field.name;

  const read = (key) => {
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
      // What stood empty then takes nothing away from what was typed since.
      else field.value = kept.get(idOf(field)) || field.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const write = (key) => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), kept: fields().map((field) => [idOf(field), valueOf(field)]) }));
    } catch {
      // A full or forbidden store costs only the draft.
    }
  };

  let asksAbout = "";
  let isTyped = false;
  const ask = (key, kept) => {
    const question = document.getElementById("draft-found")?.content.firstElementChild.cloneNode(true);
    if (!question) return;
    const close = () => {
      // What was typed meanwhile stands in the form, and is written with it.
      if (isTyped || key === newer) sessionStorage.removeItem(newer);
      asksAbout = "";
      question.remove();
    };
    question.querySelector("[data-draft-continue]").addEventListener("click", () => {
      close();
      fillIn(kept);
      focusFirst();
    });
    question.querySelector("[data-draft-anew]").addEventListener("click", () => {
      close();
      sessionStorage.removeItem(key);
      if (isTyped) write(older);
      else offer();
      focusFirst();
    });
    asksAbout = key;
    form.before(question);
  };

  const offer = () => {
    for (const key of [older, newer]) {
      const kept = read(key);
      const differs = (field) => kept.has(idOf(field)) && kept.get(idOf(field)) !== valueOf(field);
      if (fields().some(differs)) return ask(key, kept);
    }
  };
  if (!form.querySelector("[aria-invalid], .form-error")) offer();

  form.addEventListener("input", () => {
    isTyped = true;
    write(asksAbout === older ? newer : older);
  });
}
