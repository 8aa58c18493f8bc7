"""Hochladen: what is in this file, what would it change, and is it to be published?"""

from functools import partial

from etl.uploads.stages import Asking, Ready, Refused
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from kim.loads import now
from kim.store import store
from kim.tables import Table, package
from ui import widgets
from ui.uploads import checking, comparing, faults, publishing, questions, reading, row_form, upload

widgets.head("upload")
uploads = Uploads(package(), store(), widgets.actor(), now)


def work_on(submission: Submission, table: Table) -> None:
    """Check the file, and offer what comes next."""
    check = checking.checked(uploads, submission, table)
    decide = partial(checking.decide, uploads, submission)
    publishing.say_outdated()
    reading.show_reading(check.reading)
    reading.offer_hidden(check, decide)
    publishing.offer_to_put_away(uploads, submission)
    if reading.offer_other_table(check, table, upload.change_table):
        return
    reading.offer_sheet(check, decide)
    match check:
        case Refused():
            faults.show_refused(check)
            row_form.type_row(check, table, uploads.complete_row, decide)
            faults.show_marked(check, table)
        case Asking():
            faults.show_findings(check.findings, submission.name)
            questions.ask(check.questions, check.decisions, decide)
        case Ready():
            confirmed = faults.confirmed(check)
            comparing.show_comparisons(check)
            publishing.offer(uploads, confirmed)


upload.say_end()
with upload.troubles():
    if upload.may_upload(uploads.actor):
        table = upload.pick_table()
        upload.drop(uploads)
        upload.pick_waiting(uploads)
        if (submission := upload.current()) and upload.is_open(uploads, submission):
            work_on(submission, table)
