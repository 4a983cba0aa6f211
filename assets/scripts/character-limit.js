// <div class="form-limit" data-maxlength="500"> around a field, with .character-limit inside it:
// says how much room is left. The two sentences come translated in data-left and data-over, with % for the number.
function count(group) {
  const field = group.querySelector("input, textarea");
  const shown = group.querySelector(".character-limit");
  const spoken = group.querySelector(".character-limit-sr-only");
  if (!field || !shown) return;
  const left = Number(group.dataset.maxlength) - field.value.length;
  const sentence = (left < 0 ? group.dataset.over : group.dataset.left).replace("%", Math.abs(left));
  shown.textContent = sentence;
  shown.classList.toggle("limit-exceeded", left < 0);
  clearTimeout(group.speaking);
  group.speaking = setTimeout(() => spoken && (spoken.textContent = sentence), 1000);
}
document.addEventListener("input", (event) => {
  const group = event.target.closest?.(".form-limit");
  if (group) count(group);
});
for (const group of document.querySelectorAll(".form-limit")) count(group);
