"use strict";

/* Speaks to the learning platform, by the calls of SCORM 1.2 and no others (ADL SCORM 1.2, the run-time
   environment). Without a platform every call does nothing. */
const runtime = (() => {
  const FURTHEST = 50;
  const LONGEST_VISIT = 600;
  let api = null;
  let open = false;
  let reading = false; // looked at again, for review: nothing is recorded
  let interactions = 0;
  let taken = true; // whether the platform takes single answers
  let seconds = 0;
  let touched = 0;
  let trouble = () => {};

  /* The API of the nearest frame or window that has one; frames of other sites may not be looked into. */
  function find(from) {
    let at = from;
    for (let step = 0; at && step < FURTHEST; step += 1) {
      try {
        if (at.API) return at.API;
        if (at.parent === at) return null;
        at = at.parent;
      } catch {
        return null;
      }
    }
    return null;
  }

  function opener() {
    try {
      return window.top.opener || window.opener;
    } catch {
      return window.opener;
    }
  }

  /* Begin; gives "no-platform", "no-start", "looking", or nothing when all is well. */
  function start(onTrouble) {
    trouble = onTrouble;
    api = find(window) || find(opener());
    if (!api) return "no-platform";
    if (String(api.LMSInitialize("")) !== "true") {
      api = null;
      return "no-start";
    }
    open = true;
    touched = performance.now();
    for (const kind of ["pointerdown", "keydown", "scroll"]) {
      window.addEventListener(kind, touch, { capture: true, passive: true });
    }
    reading = ["browse", "review"].includes(get("cmi.core.lesson_mode"));
    interactions = Number.parseInt(get("cmi.interactions._count"), 10) || 0;
    return reading ? "looking" : "";
  }

  const get = (element) => (open ? String(api.LMSGetValue(element)) : "");

  function set(element, value) {
    if (!open || reading) return true;
    return String(api.LMSSetValue(element, String(value))) === "true";
  }

  /* Time with somebody there: who went away was not reading. */
  function touch() {
    const now = performance.now();
    seconds += Math.min((now - touched) / 1000, LONGEST_VISIT);
    touched = now;
  }

  const two = (number) => String(Math.floor(number)).padStart(2, "0");

  function timespan(length) {
    const whole = Math.min(length, 9999 * 3600);
    const rest = Math.floor((whole % 60) * 100) / 100;
    const hours = String(Math.floor(whole / 3600)).padStart(4, "0");
    return `${hours}:${two((whole / 60) % 60)}:${rest.toFixed(2).padStart(5, "0")}`;
  }

  /* Have the platform keep what was set. */
  function commit() {
    if (!open || reading) return;
    touch();
    set("cmi.core.session_time", timespan(seconds));
    if (String(api.LMSCommit("")) !== "true") trouble();
  }

  function finish() {
    if (!open) return;
    touch();
    set("cmi.core.session_time", timespan(seconds));
    set("cmi.core.exit", "suspend");
    api.LMSCommit("");
    api.LMSFinish("");
    open = false;
  }

  const TYPES = { order: "sequencing", match: "matching" };

  /* Letters for ids, as SCORM 1.2 wants them in answers: a for the first option, b for the second. */
  const letter = (list, id) => "abcdefghijklmnopqrstuvwxyz0123456789"[list.findIndex((one) => one.id === id)];

  function response(question, answer) {
    if (question.kind !== "match") return answer.map((id) => letter(question.options, id)).join(",");
    const pairs = answer.map((pair) => pair.split(":"));
    const lettered = ([one, other]) => `${letter(question.options, one)}.${letter(question.rights, other)}`;
    return pairs.map(lettered).join(",");
  }

  /* Tell the answer to a question of the check. */
  function answered(question, answer, right, key) {
    if (!open || reading || !taken) return;
    const name = `cmi.interactions.${interactions}`;
    // A platform need not have interactions at all: then status and score say what there is to say.
    taken = set(`${name}.id`, /^[\w-]{1,255}$/.test(question.id) ? question.id : key);
    if (!taken) return;
    const now = new Date();
    set(`${name}.time`, `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`);
    set(`${name}.type`, TYPES[question.kind] || "choice");
    set(`${name}.correct_responses.0.pattern`, response(question, marking.rightAnswer(question)));
    set(`${name}.student_response`, response(question, answer));
    set(`${name}.result`, right ? "correct" : "wrong");
    interactions += 1;
  }

  return { answered, commit, finish, get, set, start };
})();
