"""An address that gives a file made of what is asked: who may ask, that it is sent only if it has changed."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from kim import access, queries
from kim.store import Version
from ui.endpoints import replies, tokens
from ui.endpoints.days import version_for
from ui.endpoints.endpoint import Asked, Tag
from ui.endpoints.parameters import Parameter, understood


@dataclass(frozen=True)
class File:
    """`make(asked, base)`: its bytes; `base`: the address of the server as its reader knows it.

    `in_path`: the parameter that stands in the path. `is_open`: it needs no token where others do:
    programs that subscribe and catalogues that collect send none.
    """

    name: str
    path: str
    tag: Tag
    media_type: str
    parameters: tuple[Parameter, ...]
    make: Callable[[Asked, str], bytes]
    in_path: tuple[Parameter, ...] = ()
    is_open: bool = False

    def answer(self, request: Request) -> Response:
        """The file as it was asked for, only if it has changed."""
        if not self.is_open:
            tokens.require(request.headers)
        replies.require_short(request)
        with replies.store_said():
            with queries.answered_by(version_for(None, None)):
                asked = self._asked(request)
            version = version_for(asked.held_on, asked.known_on)
            with queries.answered_by(version):
                return self._of(version, asked, request)

    def _asked(self, request: Request) -> Asked:
        named = {
            each.name: each.understood([request.path_params[each.name]]) for each in self.in_path
        }
        return Asked(understood(self.parameters, request.query_params) | named)

    def _of(self, version: Version, asked: Asked, request: Request) -> Response:
        base = _base(request)
        what = f"{base}{self.path} {sorted(asked.chosen.items())}"

        def make() -> Response:
            return Response(self.make(asked, base), media_type=self.media_type)

        return replies.unless_known(request, version, what, make)


def _base(request: Request) -> str:
    found = request.base_url
    return str(found.replace(scheme="https") if access.process.is_behind_tls else found)
