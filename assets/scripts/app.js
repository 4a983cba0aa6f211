// Everything here is an extra: each page works when none of this is loaded.
// One file a behaviour; a behaviour finds its elements by a data attribute and never builds text of its own.
import "../node_modules/htmx.org/dist/htmx.esm.js";
import "./autosave.js";
import "./character-limit.js";
import "./copy.js";
import "./draft.js";
import "./error-focus.js";
import "./follow.js";
import "./locate.js";
import "./menu.js";
import "./print.js";
import "./share.js";
import "./single-submit.js";
