"""A council system on loopback that speaks OParl 1.1, sound or with the faults that real servers have."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.etl.fetching.council_server import CouncilServer, Handler, Reply

SCHEMA = "https://schema.oparl.org/1.1"
ON_A_PAGE = 2
Fields = dict[str, Any]


@dataclass
class OparlServer:
    """Objects by their path. `broken`: pages of lists, as (list, page), that answer with rubbish."""

    server: CouncilServer
    ags: str = "05566076"
    knows_modified_since: bool = True
    is_relative: bool = False
    broken: set[tuple[str, int]] = field(default_factory=set)
    lists: dict[str, list[Fields]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("paper", "meeting", "agendaItem", "file"):
            self.lists[name] = []
            self.server.pages[f"/oparl/{name}s"] = self._page_of(name)
        self.put("system", type_="System", oparlVersion=f"{SCHEMA}/", body=self.url("bodies"))
        self.server.pages["/oparl/bodies"] = lambda _: _json({"data": [self.body()], "links": {}})

    def url(self, path: str) -> str:
        return f"/oparl/{path}" if self.is_relative else self.server.url(f"/oparl/{path}")

    def body(self) -> Fields:
        lists = {name: self.url(f"{name}s") for name in self.lists}
        return {"id": self.url("body"), "type": f"{SCHEMA}/Body", "name": "Stadt Rheine"} | (
            {"ags": self.ags} | lists
        )

    def put(self, path: str, type_: str, **fields: object) -> Fields:
        """Serve an object at a path; what it looks like."""
        made = {"id": self.url(path), "type": f"{SCHEMA}/{type_}"} | fields
        self.server.pages[f"/oparl/{path}"] = lambda _: _json(made)
        return made

    def listed(self, kind: str, path: str, type_: str, **fields: object) -> Fields:
        """Serve an object and have it stand in its list as well."""
        made = self.put(path, type_, **({"modified": "2022-06-01T12:00:00+02:00"} | fields))
        self.lists[kind].append(made)
        return made

    def file(self, number: int, **fields: object) -> Fields:
        return self.put(
            f"file/{number}",
            "File",
            **({"name": "Vorlage", "accessUrl": self.url(f"file/{number}.pdf")} | fields),
        )

    def _page_of(self, name: str) -> Callable[[Handler], Reply]:
        def page(handler: Handler) -> Reply:
            asked = parse_qs(urlsplit(handler.path).query)
            number = int(asked.get("page", ["1"])[0])
            since = asked.get("modified_since", [""])[0] if self.knows_modified_since else ""
            if (name, number) in self.broken:
                return Reply(b"<html>Fehler</html>")
            kept = [each for each in self.lists[name] if str(each.get("modified", "9")) >= since]
            return _json(self._listed(name, kept, number, since))

        return page

    def _listed(self, name: str, kept: Sequence[Fields], number: int, since: str) -> Fields:
        total = -(-len(kept) // ON_A_PAGE)
        more = f"&modified_since={since.replace('+', '%2B')}" if since else ""
        following = {"next": self.url(f"{name}s?page={number + 1}{more}")}
        return {
            "data": kept[(number - 1) * ON_A_PAGE : number * ON_A_PAGE],
            "pagination": {"totalPages": total, "currentPage": number},
            "links": following if number < total else {},
        }


def _json(made: object) -> Reply:
    return Reply(json.dumps(made).encode(), headers={"Content-Type": "application/json"})
