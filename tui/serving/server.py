"""The server: a page with a terminal in it, what that is made of, and a websocket to a reader for each page."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import textual_serve
from aiohttp import WSMsgType, web

from tui.serving.guard import Guard
from tui.serving.session import Session

_PAGE = Path(__file__).with_name("page")
_TERMINAL = Path(textual_serve.__file__).with_name("static")
_HEADERS = {
    # Nothing is fetched from elsewhere, whatever the terminal's script asks for, and nobody shows the page as theirs.
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_WIDEST = 1_000
"""Columns or rows: more is no window."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Serves readers, each started with ``command``, to who may have them by ``guard``."""

    def __init__(self, command: Sequence[str], guard: Guard, passphrase: str | None = None) -> None:
        self._command, self._guard, self._passphrase = command, guard, passphrase
        self._open: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """Return what answers the requests."""
        application = web.Application(middlewares=[self._check])
        application.router.add_get("/", _page)
        application.router.add_static("/page/", _PAGE)
        application.router.add_static("/terminal/", _TERMINAL)
        application.router.add_get("/session/{token}", self._session)
        application.on_shutdown.append(self._shut)
        return application

    @web.middleware
    async def _check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._guard.knows(request.headers.get("Host")):
            raise web.HTTPForbidden(text="This is not a name of this server.\n")
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def _session(self, request: web.Request) -> web.StreamResponse:
        own = self._guard.is_own_page(request.headers.get("Origin"), request.headers.get("Host"))
        if not own or not self._guard.opens(request.match_info["token"]):
            raise web.HTTPForbidden(text="Open the address that sayso serve printed.\n")
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        self._open.add(socket)
        session = Session(
            self._command,
            self._passphrase,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=_closing(socket),
        )
        try:
            await session.start(_cells(request.query.get("width"), 80), _cells(request.query.get("height"), 24))
            heard = asyncio.create_task(_hear(socket, session))
            ended = asyncio.create_task(session.ended())
            await asyncio.wait({heard, ended}, return_when=asyncio.FIRST_COMPLETED)
            heard.cancel()
            ended.cancel()
        finally:
            await asyncio.shield(session.stop())
            self._open.discard(socket)
            await socket.close()
        return socket

    async def _shut(self, _application: web.Application) -> None:
        await asyncio.gather(*(socket.close() for socket in list(self._open)))


async def _page(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(_PAGE / "index.html")


def _closing(socket: web.WebSocketResponse) -> Callable[[], Awaitable[None]]:
    async def close() -> None:
        await socket.close()

    return close


async def _hear(socket: web.WebSocketResponse, session: Session) -> None:
    """Hand on what is typed on the page; what is no message of the terminal's is none."""
    async for message in socket:
        if message.type != WSMsgType.TEXT:
            continue
        try:
            kind, *rest = json.loads(message.data)
        except (ValueError, TypeError):
            continue
        said: Any = rest[0] if rest else None
        if kind == "stdin" and isinstance(said, str):
            await session.send_bytes(said.encode("utf-8", "replace"))
        elif kind == "resize" and isinstance(said, dict):
            await session.set_terminal_size(_cells(said.get("width"), 80), _cells(said.get("height"), 24))
        elif kind == "ping":
            await socket.send_json(["pong", said])
        elif kind == "blur":
            await session.blur()
        elif kind == "focus":
            await session.focus()


def _cells(given: object, usual: int) -> int:
    try:
        return min(max(int(str(given)), 1), _WIDEST)
    except ValueError:
        return usual
