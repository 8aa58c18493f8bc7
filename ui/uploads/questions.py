"""The questions about a file, each with its possible answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from etl.reading import Decisions, Question, QuestionKind
from ui.texts import markdown, plain, text
from ui.uploads.checking import Decide


def ask(questions: Sequence[Question], decisions: Decisions, decide: Decide) -> None:
    """The questions, and what is decided beside `decisions` once all are answered."""
    st.subheader(text("upload.asked"), anchor=False)
    with st.form("fragen", border=True):
        st.markdown(text("upload.asked_lead"))
        given = [(each, _ask(each)) for each in questions]
        is_sent = st.form_submit_button(text("upload.answer"))
    if any(answer is None for _, answer in given):
        if is_sent:
            st.warning(text("upload.answer_all"))
        return
    if is_sent:
        for question, answer in given:
            decisions = _answered(decisions, question, answer or "")
        decide(decisions)


def _answered(decisions: Decisions, question: Question, answer: str) -> Decisions:
    match question.kind:
        case QuestionKind.SHEET:
            return replace(Decisions(decisions.table), sheet=answer, hidden=decisions.hidden)
        case QuestionKind.ENCODING:
            return replace(decisions, encoding=answer)
        case QuestionKind.HEADING:
            return replace(decisions, columns={**decisions.columns, question.column: answer})
        case kind:
            return _read_so(decisions, kind, {question.field: answer})


def _read_so(decisions: Decisions, kind: QuestionKind, meant: Mapping[str, str]) -> Decisions:
    """With the answer about the cells of a column."""
    match kind:
        case QuestionKind.NUMBER:
            return replace(decisions, numbers={**decisions.numbers, **meant})
        case QuestionKind.PERCENT:
            return replace(decisions, percent={**decisions.percent, **meant})
        case QuestionKind.DATE:
            return replace(decisions, dates={**decisions.dates, **meant})
        case QuestionKind.ROUNDED:
            return replace(decisions, rounded={**decisions.rounded, **meant})
        case _:
            raise ValueError(kind)


def _ask(question: Question) -> str | None:
    words = {"column": question.column, "value": question.value}
    counts = {"line": question.line, "times": question.times}
    return st.radio(
        markdown(f"upload.question_{question.kind}", **words, **counts),
        list(question.options),
        index=None,
        format_func=lambda answer: plain(question.options[answer]) or text("upload.leave_out"),
        key=f"frage-{question.kind}-{question.column}",
    )
