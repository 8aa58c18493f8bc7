"""Cookies go over TLS alone where pages come by TLS; Streamlit never says so of its own."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kim import access

SET_COOKIE, SECURE = b"set-cookie", b"; Secure"
BY_TLS = {"https", "wss"}


class SecureCookies:
    """Adds Secure to every cookie when the request, or the address of the login, is one of TLS."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_by_tls = access.process.is_behind_tls or scope.get("scheme") in BY_TLS

        async def secure(message: Message) -> None:
            if is_by_tls and "headers" in message:
                message = {**message, "headers": [_secured(*each) for each in message["headers"]]}
            await send(message)

        await self.app(scope, receive, secure)


def _secured(name: bytes, said: bytes) -> tuple[bytes, bytes]:
    attributes = {each.strip().lower() for each in said.split(b";")}
    is_open = name.lower() == SET_COOKIE and b"secure" not in attributes
    return name, said + SECURE if is_open else said
