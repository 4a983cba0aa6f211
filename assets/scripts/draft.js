// <form data-draft="interest-…">: what was typed survives a closed page or a lost line, in this tab only
// (sessionStorage: a computer at the library must not remember it). What the server has filled in wins.
// <… data-draft-done="interest-…"> on the receipt forgets it.
const KEPT = "input:not([type=hidden]):not([type=password]):not([type=file]), select, textarea";

for (const done of document.querySelectorAll("[data-draft-done]")) sessionStorage.removeItem(`draft:${done.dataset.draftDone}`);

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `draft:${form.dataset.draft}`;
  const fields = () => [...form.querySelectorAll(KEPT)].filter((field) => field.name);
  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";
  const untouched = !form.querySelector("[aria-invalid], .form-error");
  try {
    const kept = new Map(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
    if (untouched)
      for (const field of fields()) {
        const id = field.id || field.name;
        if (!kept.has(id)) continue;
        if (isChoice(field)) field.checked = kept.get(id);
        else if (!field.value) field.value = kept.get(id);
      }
  } catch {
    sessionStorage.removeItem(key);
  }
  form.addEventListener("input", () => {
    const kept = fields().map((field) => [field.id || field.name, isChoice(field) ? field.checked : field.value]);
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A full or forbidden store costs only the draft.
    }
  });
}
