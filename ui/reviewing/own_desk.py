"""The desk of whoever is at the keyboard now."""

from etl.reviewing.desk import Desk
from etl.uploads.uploads import Uploads
from kim.loads import now
from kim.store import store
from kim.tables import package
from ui.widgets.login import actor


def own_desk() -> Desk:
    """Asked anew at every run and in every callback: a login can expire between two keys."""
    return Desk(Uploads(package(), store(), actor(), now))
