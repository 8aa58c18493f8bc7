"""Answers: between the statements and everything that is shown or taken away."""

from kim.answers.answer import Answer, AnswerState, Level, Role, Value
from kim.answers.asking import answer, answers, answers_of
from kim.answers.places import above_of, region
from kim.answers.question import Question, Reach, Theme
from kim.answers.questions import BY_ID, QUESTIONS
from kim.answers.searched import Searched, searched

__all__ = [
    "BY_ID",
    "QUESTIONS",
    "Answer",
    "AnswerState",
    "Level",
    "Question",
    "Reach",
    "Role",
    "Searched",
    "Theme",
    "Value",
    "above_of",
    "answer",
    "answers",
    "answers_of",
    "region",
    "searched",
]
