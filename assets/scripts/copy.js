// <button data-copy="id of a field" data-copied="Kopieret" hidden>: copies the field where the browser can.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const label = button.querySelector("span");
    const usual = label.textContent;
    button.hidden = false;
    label.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      field.select();
      await navigator.clipboard.writeText(field.value);
      label.textContent = button.dataset.copied;
      setTimeout(() => { label.textContent = usual; }, 4000);
    });
  }
}
