"use strict";

/* A question of any kind: what is chosen in it, and what is said to it. Everything is done with the controls
   that browsers have, so that keyboard and screen readers know them. */
const questions = (() => {
  const { make, rich, button, say } = dom;

  const HOW = { several: "several-fit", spot: "spot-fit", order: "order-how", match: "match-how" };
  const HEAD = { order: "order", match: "match" };

  /* Answers, or phrases of a text, to choose. */
  function choices(question) {
    const many = question.kind !== "single";
    const body = make("div", "", { class: "choices" });
    const name = dom.id("choice");
    const rows = new Map();
    const given = () => [...body.querySelectorAll("input:checked")].map((input) => input.value);
    for (const option of question.options) {
      const row = make("div", "", { class: "row" });
      const label = make("label", "", { class: "choice" });
      label.append(make("input", "", { type: many ? "checkbox" : "radio", name, value: option.id }), " ");
      label.append(rich("span", option.html));
      row.append(label);
      body.append(row);
      rows.set(option.id, row);
    }
    const words = (id) => {
      const chosen = given().includes(id);
      if (question.answers.includes(id)) return chosen ? "this-fits" : "this-too";
      return chosen ? "not-this" : "";
    };
    return { body, given, rows, words, empty: () => !given().length };
  }

  /* Steps with buttons that move them. */
  function order(question) {
    const body = make("ol", "", { class: "steps" });
    const rows = new Map();
    const given = () => [...body.children].map((row) => row.dataset.id);
    const move = (row, by) => {
      const at = [...body.children].indexOf(row);
      const to = at + by;
      if (to < 0 || to >= body.children.length) return;
      if (by < 0) body.insertBefore(row, body.children[to]);
      else body.insertBefore(body.children[to], row);
      row.querySelector(by < 0 ? ".up" : ".down").focus();
      const words = question.options.find((option) => option.id === row.dataset.id).said;
      dom.announce(say("step", { place: to + 1, count: body.children.length, words }));
    };
    for (const id of marking.mixed(question.options.map((option) => option.id))) {
      const option = question.options.find((one) => one.id === id);
      const row = make("li", "", { class: "row", "data-id": id });
      const ways = make("span", "", { class: "moves" });
      for (const [way, by, sign] of [["up", -1, "↑"], ["down", 1, "↓"]]) {
        const press = button(sign, () => move(row, by), way);
        press.setAttribute("aria-label", say(way, { words: option.said }));
        ways.append(press);
      }
      row.append(ways, rich("span", option.html));
      body.append(row);
      rows.set(id, row);
    }
    const words = (id) => (given().indexOf(id) === question.answers.indexOf(id) ? "this-fits" : "not-this");
    return { body, given, rows, words, empty: () => false };
  }

  /* Left sides, each with a list of right sides to choose from. */
  function match(question) {
    const body = make("div", "", { class: "pairs" });
    const rows = new Map();
    const lists = [];
    const ids = marking.mixed(question.rights.map((right) => right.id));
    const rights = ids.map((id) => question.rights.find((right) => right.id === id));
    for (const option of question.options) {
      const row = make("div", "", { class: "row" });
      const list = make("select", "", { id: dom.id("pair"), "data-id": option.id });
      list.append(make("option", say("choose"), { value: "" }));
      for (const right of rights) list.append(make("option", right.said, { value: right.id }));
      row.append(rich("label", option.html, { for: list.id }), list);
      body.append(row);
      rows.set(option.id, row);
      lists.push(list);
    }
    const given = () => lists.filter((list) => list.value).map((list) => `${list.dataset.id}:${list.value}`);
    const wanted = (id) => question.options.find((option) => option.id === id).to;
    const words = (id) => (given().includes(`${id}:${wanted(id)}`) ? "this-fits" : "not-this");
    return { body, given, rows, words, empty: () => given().length < lists.length };
  }

  const BODIES = { order, match };

  /* Say to each option what there is to say. */
  function explain(question, made) {
    for (const option of question.options) {
      const row = made.rows.get(option.id);
      const name = made.words(option.id);
      const note = make("p", "", { class: name === "not-this" ? "told care" : "told" });
      if (name) note.append(make("strong", say(name)), " ");
      if (option.why) note.append(rich("span", option.why));
      if (name || option.why) row.append(note);
    }
  }

  /* What is right, where the options themselves do not show it. */
  function solution(question) {
    if (question.kind === "order") {
      const box = make("div");
      box.append(make("h4", say("right-order")));
      const list = make("ol");
      for (const id of question.answers) {
        list.append(rich("li", question.options.find((one) => one.id === id).html));
      }
      box.append(list);
      return box;
    }
    if (question.kind === "match") {
      const list = make("ul");
      for (const option of question.options) {
        const right = question.rights.find((one) => one.id === option.to);
        list.append(rich("li", `${option.html} → ${right ? right.html : ""}`));
      }
      return list;
    }
    return null;
  }

  /* Put a question into `place`. `does.answered` hears the answer; `does.ways` gives what comes after it.
     Gives its heading. */
  function show(place, question, kicker, does) {
    place.replaceChildren(make("h3", kicker, { class: "kicker" }));
    const group = make("fieldset");
    const legend = make("legend");
    legend.append(rich("div", question.prompt));
    group.append(legend);
    if (question.text) group.append(rich("blockquote", question.text));
    if (HOW[question.kind]) group.append(make("p", say(HOW[question.kind]), { class: "small" }));
    const made = (BODIES[question.kind] || choices)(question);
    group.append(made.body);
    const hint = make("p", "", { class: "small", role: "status" });
    const ways = make("div", "", { class: "ways" });
    const send = button(say("answer"), () => {
      if (made.empty()) {
        hint.textContent = say(question.kind === "match" ? "pairs-first" : "choose-first");
        return;
      }
      send.remove();
      hint.remove();
      conclude(place, question, made, does, ways);
    }, "primary send");
    ways.append(send);
    place.append(group, hint, ways);
    return place.firstElementChild;
  }

  function conclude(place, question, made, does, ways) {
    const answer = made.given();
    const marked = marking.mark(question, answer);
    explain(question, made);
    for (const control of place.querySelectorAll("input, select, .moves button")) control.disabled = true;
    const box = make("div", "", { class: marked.right ? "outcome good" : "outcome care" });
    const some = marked.wrong.length + marked.missing.length > 1 || question.kind !== "single";
    const head = make("h4", say(marked.right ? "fits" : some ? "not-all" : "not-yet"));
    box.append(head);
    const shown = marked.right ? null : solution(question);
    if (shown) box.append(shown);
    if (question.takeaway) box.append(rich("div", question.takeaway));
    place.insertBefore(box, ways);
    does.answered(answer, marked);
    ways.append(...does.ways(marked));
    dom.lead(box);
  }

  /* A question that is there to try out: as often as one likes, and nothing is kept. */
  function tryOut(place, question, pageLink) {
    const begin = () =>
      show(place, question, say(HEAD[question.kind] || "try-out"), {
        answered: () => {},
        ways: (marked) => {
          const back = marked.right ? null : pageLink(question.page);
          return [...(back ? [back] : []), button(say("again"), () => dom.lead(begin()))];
        },
      });
    begin();
  }

  return { show, tryOut };
})();
