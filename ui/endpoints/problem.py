"""What is said to a client that cannot be answered: problem details (RFC 9457), in German or English."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from ui.texts import text

MEDIA_TYPE = "application/problem+json"
GERMAN, ENGLISH = "de", "en"
MOST_CHARACTERS = 60
SECONDS_TO_WAIT = "5"
OF_STATUS = {404: "nothing_here", 405: "reading_only"}
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string"},
    },
}


class RefusedError(Exception):
    """Why a request is not answered: status, key of the words, values for them, the parameter at fault."""

    def __init__(self, status: int, words: str, parameter: str = "", **named: str) -> None:
        super().__init__(words)
        self.status, self.words, self.parameter, self.named = status, words, parameter, named


def language(accepted: str) -> str:
    """English where a client prefers it (Accept-Language), else German."""
    found: dict[str, float] = {}
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";q=")
        found.setdefault(name.strip()[:2], _weight(weight))
    return ENGLISH if found.get(ENGLISH, 0) > found.get(GERMAN, 0) else GERMAN


def response(request: Request, refused: RefusedError) -> JSONResponse:
    """The problem as a client gets it."""
    spoken = language(request.headers.get("accept-language", ""))
    said: dict[str, object] = {
        "type": f"urn:kim-nrw:problem:{refused.words.replace('_', '-')}",
        "title": _words("title", str(refused.status), spoken),
        "status": refused.status,
        "detail": _words("problem", refused.words, spoken, **refused.named),
    }
    if refused.parameter:
        said["parameter"] = refused.parameter
    headers = {"Content-Language": spoken, "Vary": "Accept-Language", "Cache-Control": "no-store"}
    if refused.status in (429, 503):
        headers["Retry-After"] = SECONDS_TO_WAIT
    if refused.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(said, refused.status, headers, MEDIA_TYPE)


def of_writing(request: Request) -> JSONResponse:
    """That an address is for reading only, said before a body is read."""
    found = response(request, RefusedError(405, OF_STATUS[405]))
    found.headers.update({"Allow": "GET, HEAD", "Connection": "close"})
    return found


async def of_status(request: Request, error: Exception) -> JSONResponse:
    """What the router refuses: an unknown address, a method other than reading."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    found = response(request, RefusedError(status, OF_STATUS.get(status, "broken")))
    found.headers.update(getattr(error, "headers", None) or {})
    return found


async def of_refusal(request: Request, error: Exception) -> JSONResponse:
    """What an endpoint refuses."""
    if not isinstance(error, RefusedError):
        raise error
    return response(request, error)


def in_german(refused: RefusedError) -> str:
    """Why a request is not answered, as a German sentence."""
    return _words("problem", refused.words, GERMAN, **refused.named)


def cut(value: str) -> str:
    """A value as a sentence may repeat it."""
    return value if len(value) <= MOST_CHARACTERS else f"{value[:MOST_CHARACTERS]} …"


def _words(part: str, key: str, spoken: str, **named: str) -> str:
    name = f"api.{part}_{key}" + ("_en" if spoken == ENGLISH else "")
    return text(name, **{each: cut(value) for each, value in named.items()})


def _weight(written: str) -> float:
    try:
        return float(written or 1)
    except ValueError:
        return 0
