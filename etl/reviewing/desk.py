"""The work of one actor on papers: begin, decide, take back, mark, hand in.

What a session remembers of a review does not count: every function looks it up anew and checks the right itself.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from etl.extraction.paper import Paper
from etl.fetching.records import is_name
from etl.pipeline.documents import paragraphs
from etl.reviewing import following, marking, proposing, rows
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import Cells, Decision, Item, Review, Verdict
from etl.reviewing.reviews import Reviews
from etl.reviewing.sources import Sources
from etl.uploads.submission import State, Submission
from etl.uploads.uploads import Uploads
from kim.access import NotAllowedError
from kim.findings import Finding
from kim.texts import text


class DecidedMeanwhileError(Exception):
    """Somebody else decided about this proposal since it was shown; nothing was changed."""


class Desk:
    """The reviews of one actor, kept beside the store of the uploads."""

    def __init__(self, uploads: Uploads) -> None:
        self.uploads = uploads
        self.actor, self.package = uploads.actor, uploads.package
        self.reviews = Reviews(uploads.store.folder)
        self.sources = Sources(uploads.store)

    def waiting(self) -> list[Review]:
        """The reviews that the actor may go on with, the newest first."""
        if not self.actor.may_hand_in:
            return []
        found = [each for each in self.reviews.all() if self.actor.may_write(each.region)]
        return sorted(found, key=lambda each: each.begun_at, reverse=True)

    def begin(self, source: str, found: Sequence[str] | None = None) -> Review:
        """Begin with a paper that the store knows, or go on with it.

        `found`: its paragraphs as a person brought them, None for the text that the store has.

        Raises NotAllowedError, NoPaperError, StoreFullError.
        """
        known = self.sources.row(source)
        about = (known["title"], known["region"], known["date"])
        if found is None:
            found = self.sources.text(source)
        elif source in self.sources.with_text():
            raise NoPaperError(text("reviewing.held"))
        return self._begin(source, about, {}, found)

    def free_slug(self, row: Mapping[str, str], place: str) -> str:
        """A key for a new paper that no other has, made of the name of its place, its date and title."""
        taken = {*self.sources.titles(), *(each.source for each in self.reviews.all())}
        named = [place, row.get("date", ""), row.get("title", "")]
        return rows.slug(" ".join(filter(None, named)), taken)

    def begin_new(self, row: Mapping[str, str], found: Sequence[str]) -> Review:
        """Begin with a paper that the store does not know. `row`: its row in `sources`, sound, with a free key.

        Raises NotAllowedError, NoPaperError, StoreFullError.
        """
        about = (row["title"], row["region"], row.get("date", ""))
        return self._begin(row["source"], about, row, found)

    def review(self, source: str) -> Review | None:
        """The review of a paper as it stands now; None where there is none that the actor may see."""
        found = self.reviews.of(source) if is_name(source) else None
        is_own = found is not None and self.actor.may_write(found.region)
        return found if is_own and self.actor.may_hand_in else None

    def paragraphs(self, review: Review) -> tuple[str, ...]:
        """The paragraphs of the paper, from number 1 on."""
        return tuple(paragraphs(self.reviews.text(review.source)))

    def faults(self, source: str, item: str, cells: Cells) -> tuple[Cells | None, list[Finding]]:
        """The cells of a proposal as they would be stored, None where they are as proposed, and what is wrong with them.

        Raises NotAllowedError.
        """
        review = self._open(source)
        proposed = review.item(item)
        table = self.package.tables[proposed.table]
        row = rows.row(review, proposed, cells, table)
        completed, found = rows.completed(row, table, self.sources.organisations())
        told = {
            name: cell for name, cell in completed.items() if cell and name not in rows.OF_THE_PAPER
        }
        return None if told == dict(proposed.cells) else told, found

    def decide(
        self,
        source: str,
        item: str,
        verdict: Verdict,
        seen: int,
        seconds: float,
        cells: Cells | None = None,
    ) -> Review:
        """Decide about one proposal. `seen`: how many decisions about it the actor had seen.

        A second key that comes before the next proposal is shown changes nothing.
        Raises NotAllowedError, DecidedMeanwhileError, StoreFullError.
        """
        with self.reviews.alone():
            review = self._open(source)
            review.item(item)
            if review.times(item) != seen:
                if review.newest()[item].by != self.actor.subject:
                    raise DecidedMeanwhileError
                return review
            decision = (item, verdict, self.actor.subject, self.uploads.now(), round(seconds, 1))
            return self._write(review.with_decision(Decision(*decision, cells)))

    def undo(self, source: str) -> tuple[Review, str]:
        """Take back the actor's last decision that stands; the review, and which proposal is open again (empty for none).

        Raises NotAllowedError, StoreFullError.
        """
        with self.reviews.alone():
            review = self._open(source)
            last = review.last_of(self.actor.subject)
            if last is None:
                return review, ""
            again = Decision(last.item, Verdict.OPEN, self.actor.subject, self.uploads.now(), 0.0)
            return self._write(review.with_decision(again)), last.item

    def mark(self, source: str, table: str, paragraph: int, words: str) -> tuple[Review, str]:
        """Make a proposal of words that a person found; the review, and the identifier of the proposal.

        Raises NotAllowedError, NoPaperError when the words do not stand there, StoreFullError.
        """
        with self.reviews.alone():
            review = self._open(source)
            item = marking.item(review, self.paragraphs(review), table, paragraph, words)
            return self._write(review.with_item(item)), item.id

    def waits(self, review: Review) -> list[tuple[Item, Cells]]:
        """The accepted proposals that no published submission has brought yet."""
        published = {
            item
            for key, items in review.handed_in.items()
            if (kept := self.uploads.inbox.submission(key)) and self.uploads.is_published(kept)
            for item in items
        }
        return [(item, cells) for item, cells in review.accepted() if item.id not in published]

    def hand_in(self, source: str) -> Submission:
        """Make a submission of what was accepted, or bring the one that waits up to date.

        Raises NotAllowedError, NoPaperError when nothing waits, StoreFullError.
        """
        with self.reviews.alone():
            review = self._open(source)
            chosen = self.waits(review)
            if not chosen:
                raise NoPaperError(text("reviewing.nothing"))
            is_new = bool(review.row) and source not in self.sources.titles()
            submission = self._waiting_submission(review) or self._receive(review)
            before = submission.decisions.added if submission.decisions else {}
            typed = before.get("organisations", ())
            decisions = rows.decisions(review, chosen, self.package, is_new=is_new, typed=typed)
            submission = self.uploads.decide(submission, decisions, review.subjects())
            items = [item.id for item, _ in chosen]
            self._write(replace(review, handed_in={**review.handed_in, submission.id: items}))
        return submission

    def _receive(self, review: Review) -> Submission:
        content = io.BytesIO(self.reviews.text(review.source).encode())
        return self.uploads.receive(f"{review.source}.txt", content)

    def _waiting_submission(self, review: Review) -> Submission | None:
        for key in reversed([*review.handed_in]):
            kept = self.uploads.inbox.submission(key)
            is_own = kept is not None and kept.owner == self.actor.subject
            if kept and is_own and kept.state is not State.DISCARDED:
                return None if self.uploads.is_published(kept) else kept
        return None

    def _begin(
        self, source: str, about: tuple[str, str, str], row: Cells, found: Sequence[str]
    ) -> Review:
        title, region, date = about
        self._require(region)
        written = "".join(f"{each}\n\n" for each in found)
        counted = tuple(paragraphs(written))
        if not counted:
            raise NoPaperError(text("reviewing.empty"))
        with self.reviews.alone():
            if begun := self.reviews.of(source):
                if self.reviews.text(source) != written:
                    raise NoPaperError(text("reviewing.begun"))
                return begun
            paper = Paper(counted, region, date or None, source)
            sha256 = self.reviews.write_text(source, written)
            began = (self.actor.subject, self.uploads.now())
            review = Review(source, title, region, date, sha256, *began, row)
            review = replace(review, items=proposing.items(paper, self.package))
            for each in self._settled(review, counted):
                review = review.with_item(each)
            return self._write(review)

    def _settled(self, review: Review, paper: Sequence[str]) -> Iterator[Item]:
        """The open questions and commitments of the place that the paper seems to settle."""
        tables = [each for each in following.SUBJECTS if each in self.package.tables]
        held = {
            each: self.sources.held(self.package.tables[each], review.region) for each in tables
        }
        return following.items(paper, review.title, review.date, held, self.package)

    def _open(self, source: str) -> Review:
        """The review as it stands now. Raises NotAllowedError, StoreDamagedError."""
        review = self.reviews.of(source)
        if review is None:
            raise NotAllowedError(text("reviewing.not_begun"))
        self._require(review.region)
        return review

    def _require(self, region: str) -> None:
        self.actor.require_hand_in()
        if not self.actor.may_write(region):
            raise NotAllowedError(text("reviewing.foreign"))

    def _write(self, review: Review) -> Review:
        self.reviews.write(review)
        return review
