"use strict";

/* Shows one page of a module after another, and keeps with the learning platform where somebody is. */
(() => {
  const { button, make, say } = dom;
  const data = JSON.parse(document.getElementById("module").textContent);
  const pages = [...document.querySelectorAll("section.page")];
  const back = document.getElementById("back");
  const on = document.getElementById("on");
  let at = 0;

  const notice = (name) => {
    document.getElementById("notice").textContent = name ? say(name) : "";
  };

  /* Tell the platform what there is to tell, and have it kept. */
  function keep() {
    if (runtime.get("cmi.core.lesson_status") !== "passed" && state.finished()) {
      runtime.set("cmi.core.lesson_status", "passed");
    }
    runtime.set("cmi.suspend_data", state.write());
    runtime.commit();
    todo();
  }

  function show(place, focus) {
    at = Math.max(0, Math.min(place, pages.length - 1));
    pages.forEach((page, number) => page.classList.toggle("current", number === at));
    document.querySelector(".front").hidden = at !== 0;
    const page = pages[at];
    state.seen.add(page.dataset.page);
    const section = page.querySelector(".kicker").textContent;
    const where = { page: at + 1, pages: pages.length, section };
    document.getElementById("where").textContent = say("where", where);
    back.hidden = at === 0;
    on.hidden = at === pages.length - 1;
    contents();
    runtime.set("cmi.core.lesson_location", page.dataset.page.slice(0, 255));
    keep();
    if (focus) {
      window.scrollTo(0, 0);
      dom.lead(page.querySelector("h2"));
    }
  }

  /* Mark in the list of pages which were opened, in words. */
  function contents() {
    for (const link of document.querySelectorAll("#contents a")) {
      const here = link.dataset.page === pages[at].dataset.page;
      const read = state.seen.has(link.dataset.page);
      link.nextElementSibling.textContent = here ? `(${say("here")})` : read ? `(${say("read")})` : "";
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  /* Say at the end what is still to do. */
  function todo() {
    const box = document.getElementById("todo");
    box.hidden = at !== pages.length - 1;
    const left = state.left();
    box.replaceChildren();
    if (state.finished()) {
      box.className = "outcome good";
      box.append(make("h3", say("finished")), make("p", say("finished-more")));
      return;
    }
    box.className = "outcome";
    const list = make("ul");
    if (left.pages) list.append(make("li", say("todo-pages", { count: left.pages })));
    if (left.practices) list.append(make("li", say("todo-practices", { count: left.practices })));
    if (left.check) list.append(make("li", say("todo-check")));
    box.append(make("h3", say("todo")), list);
  }

  const place = (id) => pages.findIndex((page) => page.dataset.page === id);

  function pageLink(id) {
    const page = data.pages.find((one) => one.id === id);
    if (!page || place(id) < 0) return null;
    return button(say("read-again", { title: page.title }), () => show(place(id), true), "reread");
  }

  function fill() {
    for (const box of document.querySelectorAll("[data-do]")) {
      const { do: what, id } = box.dataset;
      if (what === "question") questions.tryOut(box, data.questions[id], pageLink);
      if (what === "practice") {
        blocks.practise(box, data.practices[id], () => {
          state.walked.add(id);
          keep();
        });
      }
      if (what === "try") {
        check.show(box, data, {
          pageLink,
          answered: (question, answer, right) =>
            runtime.answered(question, answer, right, state.key(question.id)),
          tried: (result) => {
            state.tried(result);
            runtime.set("cmi.core.score.min", "0");
            runtime.set("cmi.core.score.max", "100");
            runtime.set("cmi.core.score.raw", String(state.score()));
            keep();
          },
        });
      }
    }
    for (const box of document.querySelectorAll("[data-task]")) {
      box.checked = state.tasks.has(box.dataset.task);
      box.addEventListener("change", () => {
        if (box.checked) state.tasks.add(box.dataset.task);
        else state.tasks.delete(box.dataset.task);
        keep();
      });
    }
  }

  function listen() {
    back.addEventListener("click", () => show(at - 1, true));
    on.addEventListener("click", () => show(at + 1, true));
    document.getElementById("contents").addEventListener("click", (event) => {
      const link = event.target.closest("a[data-page]");
      if (!link) return;
      event.preventDefault();
      document.getElementById("contents").open = false;
      show(place(link.dataset.page), true);
    });
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      dom.lead(pages[at].querySelector("h2"));
    });
    window.addEventListener("pagehide", () => runtime.finish());
    // A page that the browser kept whole has closed its record: it begins anew.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
  }

  function begin() {
    dom.use(data.words);
    state.begin(data);
    document.documentElement.classList.add("playing");
    const started = runtime.start(() => notice("not-kept"));
    state.read(runtime.get("cmi.suspend_data"));
    const status = runtime.get("cmi.core.lesson_status");
    if (!["passed", "incomplete"].includes(status)) runtime.set("cmi.core.lesson_status", "incomplete");
    const known = place(runtime.get("cmi.core.lesson_location"));
    fill();
    listen();
    document.getElementById("ways").hidden = false;
    show(known < 0 ? 0 : known, false);
    if (started) notice(started);
    document.documentElement.dataset.ready = "yes";
  }

  begin();
})();
