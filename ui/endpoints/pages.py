"""Where a page stands for whoever looks at it."""

from urllib.parse import urlencode, urljoin

from kim.queries import View
from ui import navigation


def address(base: str, name: str, view: View) -> str:
    """The address of a page by its name ("positions") for the places and days of a view; `base`: the server's."""
    key = (
        navigation.OWN_PLACE if name == "profile" and len(view.regions) == 1 else navigation.PLACES
    )
    days = ((navigation.HELD_ON, view.held_on), (navigation.KNOWN_ON, view.known_on))
    query = [
        *((key, each) for each in view.regions),
        *((name, day.isoformat()) for name, day in days if day),
    ]
    return urljoin(base, f"/{navigation.page(name).address}?{urlencode(query)}")
