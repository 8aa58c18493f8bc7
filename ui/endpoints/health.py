"""`/health` (and `/gesund`): whether the service answers, for whoever watches over it."""

import contextlib

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kim.pointer import StoreDamagedError
from kim.store import StoreEmptyError, store
from ui.texts import text


def health(_: Request) -> Response:
    """Whether the current version can be read; if not, why, and which one still answers."""
    try:
        store().require_current()
        return JSONResponse({"status": "ok", "version": store().current().number})
    except StoreEmptyError:
        found: dict[str, str | int] = {"status": "empty", "reason": text("store.empty")}
    except StoreDamagedError as damaged:
        found = {"status": "damaged", "reason": str(damaged)}
    with contextlib.suppress(StoreEmptyError, StoreDamagedError):
        found |= {"version": store().current().number}
    return JSONResponse(found, status_code=503)
