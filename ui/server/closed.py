"""What Streamlit serves beside the pages and nobody here needs is not there."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.url_util import make_url_path

from ui.texts import text

UNUSED = ("_stcore/metrics", "_stcore/script-health-check")


class Closed:
    """Answers 404 where Streamlit would tell of its inside."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = config.get_option("server.baseUrlPath") or ""
        self._paths = {make_url_path(base, each) for each in UNUSED}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].rstrip("/") in self._paths:
            await PlainTextResponse(text("door.nothing_here"), 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)
