"use strict";

/* A try at the knowledge check: eight questions, one after another, and what they came to. */
const check = (() => {
  const { make, button, say, rich } = dom;

  /* Put the check into `place`. `does` has `pageLink(id)`, `answered(question, answer, right)` and
     `tried(result)`. */
  function show(place, data, does) {
    const bank = data.bank.map((id) => data.questions[id]);

    function before(focus) {
      delete place.dataset.asked;
      const heading = make("h3", say("try"));
      place.replaceChildren(heading);
      if (!bank.length) {
        place.append(make("p", say("no-questions")));
        return;
      }
      const count = Math.min(bank.length, marking.ASKED);
      place.append(make("p", say("try-about", { count, needed: marking.needed(count) })));
      const ways = make("div", "", { class: "ways" });
      ways.append(button(say("begin"), begin, "primary begin"));
      place.append(ways);
      if (focus) dom.lead(heading);
    }

    function begin() {
      ask(marking.draw(bank, state.asked), 0, {});
    }

    function ask(drawn, at, answers) {
      const question = drawn[at];
      const scene = question.scenario ? ` · ${say("scene")}` : "";
      const kicker = say("question", { place: at + 1, count: drawn.length }) + scene;
      const heading = questions.show(place, question, kicker, {
        answered: (answer, marked) => {
          answers[question.id] = answer;
          does.answered(question, answer, marked.right);
        },
        ways: (marked) => {
          const go = () => (at + 1 < drawn.length ? ask(drawn, at + 1, answers) : after(drawn, answers));
          const back = marked.right ? null : does.pageLink(question.page);
          return [button(say("on"), go, "primary next"), ...(back ? [back] : [])];
        },
      });
      place.dataset.asked = question.id;
      place.append(button(say("leave"), () => before(true), "quiet"));
      dom.lead(heading);
    }

    function after(drawn, answers) {
      delete place.dataset.asked;
      const result = marking.result(drawn, answers);
      does.tried(result);
      const asked = drawn.length;
      const values = { asked, fitted: asked - result.missed.length, needed: marking.needed(asked) };
      const name = result.passed ? "passed" : "not-passed";
      const box = make("div", "", { class: result.passed ? "outcome good" : "outcome care" });
      box.append(make("h3", say(name)), make("p", say(`${name}-more`, values)));
      place.replaceChildren(box);
      const missed = drawn.filter((question) => result.missed.includes(question.id));
      if (missed.length) place.append(make("h4", say("worth-reading")), reread(missed));
      const ways = make("div", "", { class: "ways" });
      ways.append(button(say("other-questions"), begin, "begin"));
      place.append(ways);
      dom.lead(box);
    }

    function reread(missed) {
      const list = make("ul");
      for (const question of missed) {
        const row = make("li");
        row.append(rich("div", question.prompt));
        const link = does.pageLink(question.page);
        if (link) row.append(link);
        list.append(row);
      }
      return list;
    }

    before(false);
  }

  return { show };
})();
