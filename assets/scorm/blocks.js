"use strict";

/* Conversations to practise. Nobody fails: every way comes to an end, which says the right next step. */
const blocks = (() => {
  const { make, rich, button, say } = dom;

  function spoken(name, html) {
    const line = make("p");
    line.append(make("strong", `${say(name)}: `), rich("span", html));
    return line;
  }

  /* A reply chosen: how it may be taken, what guidance asks, and a better wording. */
  function told(reply) {
    const box = make("div", "", { class: "reply" });
    box.append(spoken("you", reply.html), spoken("taken", reply.taken), spoken("asks", reply.asks));
    if (reply.better) box.append(spoken("better", reply.better));
    else box.append(make("p", say("good-reply"), { class: "good" }));
    return box;
  }

  function ending(practice, scene) {
    const box = make("div", "", { class: "outcome good" });
    box.append(make("h4", say("next-step")), rich("div", scene.next));
    if (practice.takeaway) box.append(rich("div", practice.takeaway));
    return box;
  }

  /* Put a conversation into `place`; `ended` hears when it has come to an end. */
  function practise(place, practice, ended) {
    let path = []; // ids of replies

    function steps() {
      const found = [];
      let at = practice.first;
      for (const chosen of path) {
        const scene = practice.scenes[at];
        const reply = scene.replies.find((one) => one.id === chosen);
        found.push({ scene, reply });
        at = reply.to;
      }
      return { found, scene: practice.scenes[at] };
    }

    function go(next, focus) {
      path = next;
      const { found, scene } = steps();
      place.replaceChildren(make("p", say("practice"), { class: "kicker" }), rich("h3", practice.title));
      place.append(make("p", say("nobody-fails"), { class: "small" }));
      for (const step of found) {
        place.append(rich("div", step.scene.text, { class: "scene" }), told(step.reply));
      }
      const last = place.lastElementChild;
      if (scene) place.append(rich("div", scene.text, { class: "scene" }));
      const ways = make("div", "", { class: "ways" });
      if (scene && scene.replies.length) place.append(replies(scene));
      else {
        if (scene) place.append(ending(practice, scene));
        ways.append(button(say("walk-again"), () => go([], true), "again"));
        ended();
      }
      if (path.length) ways.append(button(say("step-back"), () => go(path.slice(0, -1), true), "step-back"));
      place.append(ways);
      if (focus) dom.lead(found.length ? last : place.querySelector("h3"));
    }

    function replies(scene) {
      const group = make("fieldset");
      group.append(rich("legend", scene.question));
      for (const reply of scene.replies) {
        const choose = rich("button", reply.html, { type: "button", class: "say", "data-reply": reply.id });
        // The second press of a double one comes when the reply is chosen already.
        choose.addEventListener("click", () => choose.isConnected && go([...path, reply.id], true));
        group.append(choose);
      }
      return group;
    }

    go([], false);
  }

  return { practise };
})();
