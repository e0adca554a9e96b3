"use strict";

/* Small helps for making parts of the page, and for saying something to a screen reader. */
const dom = (() => {
  let words = {};
  let numbered = 0;

  const use = (said) => {
    words = said;
  };

  /* A sentence by its name, with what it leaves open filled in. */
  function say(name, values = {}) {
    return words[name].replace(/\{(\w+)\}/g, (_, open) => String(values[open] ?? ""));
  }

  /* An element with plain text in it. */
  function make(tag, text = "", attributes = {}) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  /* An element with a piece of the module in it, whose HTML was made and cleaned when the package was. */
  function rich(tag, html, attributes = {}) {
    const element = make(tag, "", attributes);
    element.innerHTML = html;
    return element;
  }

  function button(text, pressed, kind = "") {
    const made = make("button", text, { type: "button" });
    if (kind) made.className = kind;
    made.addEventListener("click", pressed);
    return made;
  }

  const announce = (text) => {
    document.getElementById("said").textContent = text;
  };

  /* Take the keyboard to something that is no control, such as a heading or an answer. */
  function lead(element) {
    if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
    element.focus();
  }

  const id = (kind) => {
    numbered += 1;
    return `${kind}-${numbered}`;
  };

  return { announce, button, id, lead, make, rich, say, use };
})();
