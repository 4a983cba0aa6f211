// A form that comes back with errors starts at its error summary, so that a screen reader reads it first.
document.querySelector("[data-module='error-summary']")?.focus();
