"""What an actor may do with a file that was handed in, by its receipt on disk."""

from collections.abc import Callable
from dataclasses import replace

from etl.uploads import rights
from etl.uploads.handed_in import Check, digests
from etl.uploads.inbox import Inbox
from kim.access import Actor, NotAllowedError
from kim.loads import Receipt, State
from kim.settings import settings
from kim.store import full_disk_said

UNKNOWN_FILE = "Diese Datei ist hier nicht eingegangen. Reichen Sie sie noch einmal ein."
PUT_AWAY = "Diese Datei ist weggelegt. Reichen Sie sie noch einmal ein."
ALREADY_PUBLISHED = "Diese Datei ist schon veröffentlicht. Sehen Sie im Verlauf nach."
NOT_SOUND = (
    "Diese Datei hat noch Fehler oder offene Fragen. Berichtigen Sie sie, bevor Sie sie vorlegen."
)


class Submissions:
    """The receipts of the inbox for one actor; what a session remembers of them does not count."""

    def __init__(self, inbox: Inbox, actor: Actor, is_published: Callable[[Receipt], bool]) -> None:
        self.inbox = inbox
        self.actor = actor
        self.is_published = is_published

    def kept(self, receipt: Receipt) -> Receipt:
        """The receipt as it stands now. Raises NotAllowedError."""
        kept = self.inbox.receipt(receipt.receipt)
        if kept is None or kept.sha256 != receipt.sha256:
            raise NotAllowedError(UNKNOWN_FILE)
        rights.require_own_or_reviewer(self.actor, kept)
        return kept

    def open(self, receipt: Receipt) -> Receipt:
        """The receipt as it stands now, of a file neither published nor put away."""
        kept = self.kept(receipt)
        if self.is_published(kept):
            raise NotAllowedError(ALREADY_PUBLISHED)
        if kept.state is State.DISCARDED:
            raise NotAllowedError(PUT_AWAY)
        return kept

    def write(self, receipt: Receipt) -> Receipt:
        """Keep a receipt, with the actor among those who had a hand in it. Raises StoreFullError."""
        hands = sorted({*receipt.decided_by, self.actor.subject})
        decided = replace(receipt, decided_by=tuple(hands))
        with full_disk_said():
            self.inbox.write(decided)
        return decided

    def require_may_publish(self, check: Check) -> None:
        """Raise NotAllowedError unless the actor may publish what was checked."""
        kept = self.open(check.receipt)
        rights.require_may_publish(self.actor, kept)
        if settings().four_eyes and check.is_sound:
            rights.require_as_submitted(kept, check.upload, digests(check))
        rights.require_touched(self.actor, check.touched)

    def require_may_submit(self, check: Check) -> Receipt:
        """The receipt of what was checked. Raises NotAllowedError unless the actor may submit it."""
        kept = self.open(check.receipt)
        self.actor.require_hand_in()
        if not check.is_sound:
            raise NotAllowedError(NOT_SOUND)
        rights.require_touched(self.actor, check.touched)
        return kept


def refusal(require: Callable[[], object]) -> str:
    """Why what is required is not given, in German; empty when it is."""
    try:
        require()
    except NotAllowedError as refused:
        return str(refused)
    return ""
