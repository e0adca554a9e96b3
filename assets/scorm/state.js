"use strict";

/* What a learner did in this module, and how it is written into the 4,096 characters that SCORM 1.2 has for
   it: keys of one length, one after another. Keys stay the same when the module is exported again, so that
   what was done is known again as far as it is still there. */
const state = (() => {
  const LONGEST = 4096;
  const VERSION = "1";
  let data = null;
  let keys = {};
  let ids = new Map();
  const seen = new Set();
  const walked = new Set();
  const tasks = new Set();
  const asked = {};
  let tries = 0;
  let score = null;
  let passed = false;

  function begin(module) {
    data = module;
    keys = module.keys;
    ids = new Map(Object.entries(keys).map(([id, key]) => [key, id]));
  }

  const packed = (names) => [...names].map((id) => keys[id]).join("");
  const count = (times) => Math.min(times, 35).toString(36);
  const counted = () => Object.entries(asked).map(([id, times]) => keys[id] + count(times));

  /* Nothing when there is no room; that would take some eight hundred pages. */
  function write() {
    const begun = [VERSION, data.width, packed(seen), packed(walked)];
    const parts = (ticked, counts) =>
      [...begun, ticked, counts, tries, score ?? "", Number(passed)].join(";");
    const counts = counted().join("");
    // What was asked only makes the next try fresher, and what was ticked is for oneself.
    const ways = [parts(packed(tasks), counts), parts(packed(tasks), ""), parts("", "")];
    return ways.find((text) => text.length <= LONGEST) ?? "";
  }

  function* pieces(text, width) {
    for (let at = 0; at + width <= text.length; at += width) yield text.slice(at, at + width);
  }

  function read(text) {
    const parts = text.split(";");
    const width = Number(parts[1]);
    if (parts.length !== 9 || parts[0] !== VERSION || width !== data.width) return;
    const into = (names, known, part) => {
      for (const key of pieces(part, width)) {
        if (known(ids.get(key))) names.add(ids.get(key));
      }
    };
    into(seen, (id) => data.pages.some((page) => page.id === id), parts[2]);
    into(walked, (id) => id in data.practices, parts[3]);
    into(tasks, (id) => id !== undefined, parts[4]);
    for (const piece of pieces(parts[5], width + 1)) {
      const id = ids.get(piece.slice(0, width));
      if (id in data.questions) asked[id] = Number.parseInt(piece.slice(width), 36) || 0;
    }
    tries = Number.parseInt(parts[6], 10) || 0;
    score = parts[7] === "" ? null : Math.max(0, Math.min(100, Number(parts[7]) || 0));
    passed = parts[8] === "1";
  }

  /* Keep a try; the score is that of the last one, and once it was passed that of the best passed. */
  function tried(result) {
    tries += 1;
    for (const id of result.asked) asked[id] = (asked[id] || 0) + 1;
    const points = Math.round((100 * (result.asked.length - result.missed.length)) / result.asked.length);
    if (!passed) score = points;
    else if (result.passed) score = Math.max(score ?? 0, points);
    passed = passed || result.passed;
  }

  function left() {
    return {
      pages: data.pages.filter((page) => !seen.has(page.id)).length,
      practices: Object.keys(data.practices).filter((id) => !walked.has(id)).length,
      check: !passed,
    };
  }

  function finished() {
    const todo = left();
    return !todo.pages && !todo.practices && !todo.check;
  }

  return {
    asked,
    begin,
    finished,
    left,
    read,
    seen,
    tasks,
    tried,
    walked,
    write,
    key: (id) => keys[id],
    score: () => score,
  };
})();
