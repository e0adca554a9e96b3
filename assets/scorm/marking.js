"use strict";

/* Marks answers and draws tries by the rules of RSE Lessons itself (rse_lessons/training/marking.py and
   drawing.py). Ids in, ids out; nothing is shown or kept here. A test holds both to the same results. */
const marking = (() => {
  const ASKED = 8;
  const NEEDED = 6;
  const SCENES = 2;
  const KINDS = ["single", "several", "order", "match", "spot"];

  const unique = (list) => [...new Set(list)];
  const left = (pair) => pair.split(":")[0];
  const same = (one, other) => one.length === other.length && one.every((id, at) => id === other[at]);

  function rightAnswer(question) {
    if (question.kind === "match") return question.options.map((option) => `${option.id}:${option.to}`);
    return [...question.answers];
  }

  function mark(question, answer) {
    if (question.kind === "order") return markOrder(question.answers, answer);
    if (question.kind === "match") return markMatch(question, answer);
    const wrong = unique(answer.filter((id) => !question.answers.includes(id)));
    const missing = question.answers.filter((id) => !answer.includes(id));
    return { right: question.answers.length > 0 && !wrong.length && !missing.length, wrong, missing };
  }

  function markOrder(known, answer) {
    const wrong = unique(answer.filter((step, at) => at >= known.length || known[at] !== step));
    const missing = known.filter((step) => !answer.includes(step));
    return { right: known.length > 0 && same(answer, known), wrong, missing };
  }

  function markMatch(question, answer) {
    const wanted = rightAnswer(question);
    const wrong = unique(answer.filter((pair) => !wanted.includes(pair)).map(left));
    const given = answer.map(left);
    const missing = question.options.map((option) => option.id).filter((id) => !given.includes(id));
    return { right: wanted.length > 0 && !wrong.length && !missing.length, wrong, missing };
  }

  /* Six of eight, and as large a part of fewer. */
  const needed = (asked) => Math.ceil((asked * NEEDED) / ASKED);

  /* What a try came to; `answers` by the questions' ids. A question left out was missed. */
  function result(questions, answers) {
    const asked = questions.map((question) => question.id);
    const missed = questions
      .filter((question) => !(question.id in answers) || !mark(question, answers[question.id]).right)
      .map((question) => question.id);
    const scenes = questions.filter((question) => question.scenario).map((question) => question.id);
    const enough = asked.length - missed.length >= needed(asked.length);
    return { asked, missed, passed: asked.length > 0 && enough && !scenes.some((id) => missed.includes(id)) };
  }

  /* A list in an order by chance. */
  function shuffled(list) {
    const mixedUp = [...list];
    for (let last = mixedUp.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [mixedUp[last], mixedUp[other]] = [mixedUp[other], mixedUp[last]];
    }
    return mixedUp;
  }

  /* Questions for a try: `asked` says how often each was asked before; a small bank is asked whole. */
  function draw(bank, asked, shuffle = shuffled) {
    const remaining = shuffle(bank);
    if (bank.length <= ASKED) return remaining;
    const taken = [];
    for (let scene = 0; scene < SCENES; scene += 1) take(taken, remaining, asked, (one) => one.scenario);
    for (const kind of KINDS) {
      if (!taken.some((one) => one.kind === kind)) take(taken, remaining, asked, (one) => one.kind === kind);
    }
    while (taken.length < ASKED) take(taken, remaining, asked, () => true);
    return shuffle(fresher(taken, remaining, asked));
  }

  const times = (question, asked) => asked[question.id] || 0;
  const sort = (question) => `${question.kind}/${question.scenario}`;

  /* Take the question asked least; among equals one of a kind not there yet, then of the sort of which most
     are left. */
  function take(taken, remaining, asked, fits) {
    const left = {};
    for (const one of remaining) left[sort(one)] = (left[sort(one)] || 0) + 1;
    const rank = (one) => [
      times(one, asked),
      Number(taken.some((other) => other.kind === one.kind)),
      -left[sort(one)],
    ];
    let best = null;
    for (const one of remaining.filter(fits)) {
      if (best === null || before(rank(one), rank(best))) best = one;
    }
    if (best === null) return;
    remaining.splice(remaining.indexOf(best), 1);
    taken.push(best);
  }

  function before(one, other) {
    const at = one.findIndex((number, place) => number !== other[place]);
    return at >= 0 && one[at] < other[at];
  }

  /* Put a question asked less in the place of one asked more, wherever the rule still holds then. */
  function fresher(taken, remaining, asked) {
    let best = [...taken];
    const others = [...remaining];
    for (let changed = true; changed; ) {
      changed = false;
      const round = best;
      round.forEach((out, place) => {
        const number = others.findIndex((other) => {
          const tried = best.map((one, at) => (at === place ? other : one));
          return times(other, asked) < times(out, asked) && asGood(tried, best);
        });
        if (number < 0) return;
        const other = others[number];
        best = best.map((one, at) => (at === place ? other : one));
        others[number] = out;
        changed = true;
      });
    }
    return best;
  }

  function asGood(tried, best) {
    const scenes = (list) => list.filter((one) => one.scenario).length;
    const kinds = (list) => unique(list.map((one) => one.kind)).length;
    return scenes(tried) >= Math.min(SCENES, scenes(best)) && kinds(tried) >= kinds(best);
  }

  /* Ids in an order that is not the one given, wherever there is another. */
  function mixed(ids, shuffle = shuffled) {
    const made = shuffle(ids);
    return same(made, ids) ? [...made.slice(1), ...made.slice(0, 1)] : made;
  }

  return { ASKED, draw, mark, mixed, needed, result, rightAnswer };
})();
