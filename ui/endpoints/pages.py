"""Where a page stands for whoever looks at it."""

from collections.abc import Sequence
from urllib.parse import urlencode, urljoin

from kim.queries import View
from ui import navigation


def address(base: str, name: str, view: View, modules: Sequence[str] = (), party: str = "") -> str:
    """The address of a page by its name ("positions") for a view, modules and party; `base`: the server's.

    `modules`: their codes, "" for statements that name none; none for all of them.
    """
    key = (
        navigation.OWN_PLACE if name == "profile" and len(view.regions) == 1 else navigation.PLACES
    )
    days = ((navigation.HELD_ON, view.held_on), (navigation.KNOWN_ON, view.known_on))
    query = [
        *((key, each) for each in view.regions),
        *((name, day.isoformat()) for name, day in days if day),
        *((navigation.MODULES, code or navigation.NO_MODULE) for code in modules),
        *([(navigation.PARTY, party)] if party else []),
    ]
    return urljoin(base, f"/{navigation.page(name).address}?{urlencode(query)}")
