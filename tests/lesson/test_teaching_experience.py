"""Questions about a pupil's own life are found; questions about the story, and what not to ask, are not."""

from __future__ import annotations

import pytest

from rse_lessons.lesson.teaching.checking import thorough
from rse_lessons.lesson.teaching.experience import asked_in
from tests.lesson.teaching_fixtures import good, subject

ASKED = """\
Have you ever sent a picture?
Have any of you ever felt pushed?
Have you been asked for a picture?
Have you had a message like this?
Have you yourself shared a photo of a friend?
Say: “Have you ever had a secret that felt heavy?”
Did you ever tell an adult?
Do you ever send pictures to friends?
Has anyone ever asked you for a picture?
Has anybody here had this happen?
Has anyone here got a phone?
Has somebody ever shared a picture of you?
Who here has a tablet?
Who here has ever been in a group chat?
Who in this class has been left out?
Who has ever said yes and wished for a no?
Hands up if you have a phone.
Hands up if you have ever been pressured.
Hands up if you've sent a picture.
Hands up, please, if you use group chats.
Hands up who has a tablet!
Hands up everyone who has been in a chat.
Hands up anyone who has had this.
Put up your hand if you have seen one.
Raise your hand if you’ve been sent a picture.
Stand up if you have ever been worried online.
When did you last share a picture?
When did you first get a phone?
When was the last time you felt pushed?
What was the last picture you sent?
What is the worst message you've ever got?
How often do you check a friend's phone?
How many times have you been asked?
How much time do you spend online?
How many friends do you have online?
How many of you have a phone?
How many of you use a group chat?
Which of you has a tablet?
Do you have a phone of your own?
Do you have your own phone?
Do you use any private chats?
Do you have a boyfriend or girlfriend?
Which apps do you use?
What games do you play online?
Has this ever happened to you?
Has something like this happened to anyone here?
Did that happen to you?
What happened to you?
Think of your own phone.
Think about your own pictures and who has them.
Now think about your family.
Describe your own experience.
Tell us about your own relationships.
Write about a time when you felt pressured.
Think of a time you said no.
Remember a time somebody shared something about you.
Tell your partner about a time when you were left out.
Talk about your relationship with a partner.
Does your mum look at your phone?
What does your own phone show?
Is there a picture on your own phone that you would not share?
Draw your family.
If nobody answers, ask: have you ever seen this?
Nobody has to answer, but have you ever been asked?
It is not a test. Have you ever sent one?
Can you describe your own messages?
Please think of your own group chat.
Have you already shared a picture of somebody?
Were you ever asked for a photo?
Has anybody ever forwarded a picture?
Put your hand up if a friend has shared your picture.
Put your hand up if you have a phone.
Has a friend ever shared your photo?
Who of you has a phone in the bedroom?
Show of hands: who has a phone?
A quick show of hands, who has been asked for a picture?
Think of a message you have received.
Think of something you have shared.
What apps are on your phone?
Talk with your partner about the last thing you posted.
Ask pupils if they have ever shared a picture.
Ask the class whether anyone has sent one.
Ask pupils to think of a time when they felt pressured.
Invite pupils to share their own experiences.
Let them talk about their own relationships.
Ask who has a phone.
Ask them how often they have been asked.
Encourage the class to describe an experience.
What was it like when you were asked for a picture?
""".splitlines()

CLEAN = """\
Hands up for: yes, Fox should ask.
Hands up if you think that Fox should ask.
Hands up if you are not sure.
Hands up if you would tell Mr Khan.
Hands up when you are ready.
Hands up if you agree.
Do not ask: “Have you ever sent one?”
Do not ask “Who here has a phone?” or “Hands up if you have a tablet”.
Never ask who here has a phone.
Nobody is asked whether they have ever sent a picture.
Never begin with “Have you ever …?”
We do not ask “Has this happened to you?”
No hands up if you have done it: we count what the class thinks.
Nobody has to talk about their own life.
Nobody has to think of their own phone.
You do not have to describe your own messages.
Nothing here asks you to think about your family.
Without asking “when did you last”, let them think of Asha.
Rather than “Have you ever?”, ask “What could Kit do?”
If a pupil asks “Have you ever sent one?”, say that it is a question for nobody here.
A pupil may say, have you ever had this, Miss?
Turn to your partner: what could Asha do first?
Think of two adults, in your head.
Think of one kind thing that you will do today.
What could Ola say to Sam?
What makes somebody a good friend on a bad day?
Have you finished?
Have any of you got a question?
Have you had enough time?
Which of you would like to read it?
How many of you think that it helps?
Who here would like to read the next card?
What would you tell Fox?
Have you heard what Asha said?
What have you learned today?
What do you think now?
Do you agree?
Do you have a question for the box?
Do you have an idea for Kit?
Who has the camera?
Who has shared the picture?
Has anyone an idea for Noor?
Does anybody want to add a rule?
When you are ready, look up.
How often does Leo ask?
How many friends does Kit have?
Has this happened to Sam before?
What happened to Sam?
If something like this happens to you, tell an adult you trust.
If somebody shares a picture of you, it is not your fault.
If somebody has shared a picture of you, Report Remove can help.
You can tell an adult even if you have sent something.
You choose who sees your picture.
It is your phone, and it is Owl's face.
Your own answer can change.
Put your phone away.
What is in your hands is a card.
You can pass, and nobody asks why.
Ask for reasons: who chooses, and why?
Is there something that you wondered?
Is there a rule you would add?
Write a question, or “no question today”.
Tell an adult about it, even if it happened a long time ago.
What could you say to a friend who asks you to keep a secret?
Can you think of a reason?
Imagine that Kit gets a message.
Draw a place where it is easy to talk.
Draw one person you could ask.
Think about Leo and what Leo could do now.
Think about what a friend could say.
What could somebody your age do?
Which steps would you choose for Sam?
What helped you to decide?
What did you notice about Owl's face?
“Has anyone ever asked you?” is not a question for a class.
How do you know that Asha is asking?
When did Leo ask?
Describe the picture aloud for anyone who cannot see it.
Remember that the people are invented.
Tell the class that they can pass.
Talk about the story, not about your own life.
Write down the child's own words.
Ask who has shared the picture in the story.
Ask whether anyone has a question.
See who has finished.
Count how many have changed their mind.
Do not ask pupils if they have ever shared a picture.
Nobody asks pupils to share their own experiences.
Pupils are not asked to share their own experiences.
Ask pupils what Kit could do.
Let them think of Leo first.
Ask them to think about what Sam might feel.
Hands up if somebody should ask Owl.
Put your hand up if you would ask first.
What is in your hand?
Which of the cards in your pile is kind?
Think about what you have learned.
Tell the class what you have heard from your partner about Kit.
Has a friend in the story helped?
Pupils may share an idea.
Describe what Kit felt.
If pupils begin to share their own experiences, thank them and turn to the story.
""".splitlines()


@pytest.mark.parametrize("sentence", ASKED)
def test_a_question_about_a_pupils_own_life_is_found(sentence: str) -> None:
    assert asked_in(sentence)


@pytest.mark.parametrize("sentence", CLEAN)
def test_a_question_about_something_else_is_not(sentence: str) -> None:
    assert asked_in(sentence) == ""


def rules_of(was: str, now: str) -> list[tuple[str, str]]:
    text = good().replace(was, now)
    assert text != good()
    found = thorough(subject(text))
    return [(problem.rule, text.split("\n")[problem.line - 1]) for problem in found]


def test_it_is_found_wherever_a_class_is_asked() -> None:
    asks = "Have you ever been asked for a picture?"
    for was, now in (
        ("Look out of the window.", asks),
        ("Write a question, or “no question today”.", asks),
        ("Una would like to show the picture. What could she say first?", asks),
        ("- We listen.", f"- {asks}"),
        ("If nobody votes: Read it once more.", f"If nobody votes: “{asks}”"),
        ("Draw the wall with the kite on it.", asks),
        ("One card at a time.", f"Ask with a card: {asks}"),
    ):
        ((rule, line),) = rules_of(was, now)
        assert rule == "own-experience"
        assert asks in line


def test_what_invented_people_and_pupils_say_is_not_asked() -> None:
    said = "“Have you ever been asked for a picture?”"
    assert rules_of("Look out of the window.", f"Una says to Mr Ode: {said}") == []
    assert rules_of("Listen for: “May I?”", f"Listen for: {said}") == []
    assert rules_of("What could Una say first?", "What do you like?") == [], "what goes home is asked at home"


def test_what_the_teacher_answers_to_what_was_heard_is_asked() -> None:
    said = "Listen for: “May I?” Then ask: “Have you ever been asked?”"
    assert [rule for rule, _ in rules_of("Listen for: “May I?”", said)] == ["own-experience"]
