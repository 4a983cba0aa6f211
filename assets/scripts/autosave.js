// <form data-autosave>: what is typed is saved a moment after one stops. The server answers what stands there now – it may be
// joined with what somebody else wrote meanwhile – and what to say about it. What was typed since then is never overwritten:
// it is joined with the rest when it is saved next. Where it cannot be saved, the button says why.
const REST_MS = 1500;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const { version, foer, foer_slags, slags, tekst } = form.elements;
  const said = form.querySelector("[data-autosave-said]");
  let waiting;
  let isSaving = false;

  const save = async () => {
    if (isSaving) return wait();
    if (!tekst.value.trim()) return;
    isSaving = true;
    const sent = { text: tekst.value, kind: slags.value };
    const body = new URLSearchParams(new FormData(form));
    body.set("auto", "ja");
    said.textContent = form.dataset.saving;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok) throw new Error(answer.status);
      const now = await answer.json();
      const isUntouched = tekst.value === sent.text && slags.value === sent.kind;
      const isJoined = now.tekst !== sent.text || now.slags !== sent.kind;
      if (isUntouched && isJoined) show(now);
      foer.value = isUntouched ? now.tekst : sent.text;
      foer_slags.value = isUntouched ? now.slags : sent.kind;
      // An old number has what the other wrote joined once more.
      if (isUntouched || !isJoined) version.value = now.version;
      said.textContent = now.said;
      if (!isUntouched) wait();
    } catch {
      said.textContent = form.dataset.unsaved;
    }
    isSaving = false;
  };

  // The caret stays behind the word it stood behind.
  const show = (now) => {
    const fromEnd = tekst.value.length - tekst.selectionEnd;
    const isBehind = now.tekst.endsWith(tekst.value.slice(tekst.selectionEnd));
    const at = isBehind ? now.tekst.length - fromEnd : Math.min(tekst.selectionEnd, now.tekst.length);
    tekst.value = now.tekst;
    slags.value = now.slags;
    if (document.activeElement === tekst) tekst.setSelectionRange(at, at);
  };

  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, REST_MS);
  };
  form.addEventListener("input", wait);
  form.addEventListener("submit", () => clearTimeout(waiting));
}
