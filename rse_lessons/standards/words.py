"""What a package says by itself. The module's own words are the module's."""

from __future__ import annotations

from collections.abc import Mapping

from rse_lessons.training.model import Section

SECTIONS: Mapping[Section, str] = {
    Section.WHY: "Why it matters",
    Section.GUIDANCE: "What guidance says",
    Section.EXAMPLES: "Worked examples",
    Section.PRACTISE: "Practise",
    Section.CHECK: "Check what you know",
    Section.REFLECT: "Reflect",
    Section.TOMORROW: "What to do tomorrow",
    Section.READING: "Read further",
}

SAID: Mapping[str, str] = {
    "skip": "To the page",
    "pages": "All pages",
    "back": "Back",
    "on": "Go on",
    "where": "Page {page} of {pages}: {section}",
    "read": "read",
    "here": "you are here",
    "minutes": "About {count} minutes",
    "by-the-end": "By the end",
    "own-platform": "What this page tells your learning platform: the pages that you opened, the "
    "conversations "
    "that you walked to an end, the tasks that you ticked, your answers to the knowledge check, and how long "
    "you were here. What you write on these pages is not sent.",
    "no-platform": "No learning platform was found. You can read and practise everything; nothing is "
    "recorded, "
    "and nothing is left when you close this page.",
    "no-start": "The learning platform did not open its record. You can read and practise everything; "
    "nothing "
    "is recorded. To have it recorded, close this page and open the module again from your course.",
    "not-kept": "The learning platform did not keep your last step. What was kept before is safe. You "
    "can go on; "
    "each page tries again.",
    "looking": "You are looking at this module again. Nothing is recorded.",
    "no-script": "This page shows the text of the module. To practise and to take the check, it needs "
    "JavaScript, which is turned off here.",
    "guidance": "What guidance says",
    "to-be-checked": "To be checked",
    "example": "An example",
    "take": "What to take from it",
    "people-say": "What people say",
    "is-true": "What is true",
    "practice": "Practise a conversation",
    "nobody-fails": "Nobody fails here. Choose what you would say; you can always go back, and walk it "
    "again.",
    "you": "You",
    "taken": "How it may be taken",
    "asks": "What guidance asks",
    "better": "A better wording",
    "good-reply": "That is a good way to say it.",
    "next-step": "The right next step",
    "step-back": "Go back one step",
    "walk-again": "Walk it again",
    "walked": "You have walked this conversation to an end.",
    "rewrite": "Write it anew",
    "somebody-wrote": "Somebody wrote",
    "your-version": "Your version",
    "no-checker": "Nothing checks your words here. Compare them with one good way; in RSE Lessons itself a "
    "checker marks them as you type. What you write is not sent, and is gone when you close this page.",
    "show-model": "Show one good way",
    "model": "One good way",
    "changed": "What was changed, and why",
    "reflect": "To think about",
    "helps": "What may help you to begin",
    "thoughts": "Your thoughts",
    "not-sent": "This stays on this page. It is not sent to the learning platform, and is gone when you "
    "close it.",
    "tasks": "To do",
    "try-out": "Try it out",
    "order": "Put it in order",
    "match": "Find the pairs",
    "several-fit": "Choose all that fit.",
    "spot-fit": "Choose each phrase that is meant.",
    "order-how": "Move the steps with the buttons beside them.",
    "match-how": "Choose what goes with each.",
    "choose": "Choose…",
    "up": "Move up: {words}",
    "down": "Move down: {words}",
    "step": "Step {place} of {count}: {words}",
    "answer": "Answer",
    "choose-first": "Choose first.",
    "pairs-first": "First choose what goes with each.",
    "fits": "That fits.",
    "not-yet": "Not this one yet",
    "not-all": "Not all of it yet",
    "this-fits": "This fits.",
    "this-too": "This fits too.",
    "not-this": "Not this one.",
    "goes-with": "It goes with: {words}",
    "right-order": "An order that makes sense",
    "again": "Have another go",
    "read-again": "Read “{title}” again",
    "try": "Check what you know",
    "try-about": "{count} questions, each with its reasons as soon as you have answered. You pass when "
    "{needed} "
    "fit, and every question about a scene is among them. Try as often as you wish: the next try asks other "
    "questions as long as there are any. If you leave in the middle, the try does not count.",
    "no-questions": "This module has no questions for your nation.",
    "begin": "Begin",
    "question": "Question {place} of {count}",
    "scene": "About a scene",
    "leave": "Leave the questions",
    "passed": "You know this module",
    "passed-more": "{fitted} of {asked} answers fitted at once, and you understood each scene.",
    "not-passed": "Not there yet, and that is fine",
    "not-passed-more": "{fitted} of {asked} answers fitted at once. {needed} are needed, and every "
    "question about "
    "a scene among them.",
    "worth-reading": "Worth reading again",
    "other-questions": "Try other questions",
    "todo": "Still to do",
    "todo-pages": "Pages to open: {count}.",
    "todo-practices": "Conversations to walk to an end: {count}.",
    "todo-check": "The check to pass: as many tries as you like.",
    "finished": "You have finished this module",
    "finished-more": "Every page is opened, every conversation walked, and the check is passed.",
}
"""By the names under which the player knows them; `{…}` is filled there."""
