// <button data-print hidden>: shown where it can work; printing needs a script.
function prepare(root) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => window.print();
  }
}
prepare(document);
document.addEventListener("htmx:after:swap", () => prepare(document));
