"""Sessions of pages from elsewhere are refused before Streamlit sees them.

Streamlit would look its own address up at a foreign host to find out whether the page is its own.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from kim.access import is_same_site

POLICY_VIOLATION = 1008


class SameSite:
    """Lets a WebSocket pass when its page, if it names one, was served under this very name and port."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "websocket" else Headers()
        origin = headers.get("origin")
        if origin is None or is_same_site(origin, headers.get("host", "")):
            await self.app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
