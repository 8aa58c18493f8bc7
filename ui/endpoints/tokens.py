"""The clients that may ask, where an operator names them: `python -m ui.endpoints.tokens NAME` makes a token."""

import hashlib
import re
import secrets
import sys

from starlette.datastructures import Headers

from kim.settings import settings
from ui.endpoints.problem import RefusedError
from ui.texts import text

NAME = re.compile(r"[\w.-]+", re.ASCII)


def require(headers: Headers) -> None:
    """Raise RefusedError (401) unless tokens are not asked for, or the request has one of them (RFC 6750).

    Held against every one of them, so that the time it takes tells nothing.
    """
    clients = settings().api_tokens
    if not clients:
        return
    scheme, _, token = headers.get("authorization", "").partition(" ")
    said = digest(token.strip()) if scheme.lower() == "bearer" else ""
    held = [secrets.compare_digest(said, each) for each in clients.values()]
    if not any(held):
        raise RefusedError(401, "token_wrong" if said else "token_missing")


def digest(token: str) -> str:
    """What is kept of a token: the SHA-256 of 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def main(arguments: list[str]) -> int:
    """Print a new token for a client, once, and the line for the file that KIM_API_TOKENS names."""
    if len(arguments) != 1 or not NAME.fullmatch(arguments[0]):
        print(text("api.token_usage"))
        return 1
    token = secrets.token_urlsafe(32)
    print(text("api.token_new", token=token, line=f"{arguments[0]} {digest(token)}"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
