// <form data-follows>: the list follows each choice (htmx does the fetching), so the button for it can go;
// the stylesheet hides .s-filter-apply inside .s-scripted where the list is beside the filters.
for (const form of document.querySelectorAll("form[data-follows]")) form.classList.add("s-scripted");

// <details data-open-wide>: filters stand open on a wide screen in browsers that cannot do it by stylesheet.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 992px)").matches)
  for (const filters of document.querySelectorAll("details[data-open-wide]")) filters.open = true;

// What the server understood stands in the fields again ("kaffe på lørdag" is the word "kaffe" and a day), except in
// the one that is being typed in.
document.addEventListener("htmx:after:swap", () => {
  for (const field of document.querySelectorAll("form[data-follows] input:is([type=search], [type=text]):not(:focus)"))
    field.value = field.defaultValue;
});
