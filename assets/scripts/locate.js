// <button type="button" data-locate="naer" hidden>: asks the browser where the reader is, writes it to the hidden field
// named "naer" in the same form (to about 100 metres: nearer than that is nobody's business) and sends the form.
// data-locate-clears names the field for a typed place, which would win over it.
// data-locate-failed is what the button says when the answer is no.
for (const button of document.querySelectorAll("[data-locate]")) {
  const field = button.form?.elements.namedItem(button.dataset.locate);
  if (!field || !navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        button.disabled = false;
        button.focus();
        const typed = button.form.elements.namedItem(button.dataset.locateClears);
        if (typed) typed.value = "";
        field.value = `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
        button.form.requestSubmit();
      },
      () => {
        button.disabled = false;
        button.textContent = button.dataset.locateFailed;
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  });
}
