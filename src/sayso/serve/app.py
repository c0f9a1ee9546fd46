"""The web app: one picture, read only, for one reader on this machine.

    uvicorn.run(create_app(Path("picture.db")), host="127.0.0.1", port=8642)

Every page is server-rendered, its URL is its whole state, and the same address with `.json` gives the same things as
data.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.routing import Route as Address
from starlette.staticfiles import StaticFiles

from sayso.errors import PictureError, SaysoError, UnknownIdError, UsageError
from sayso.persist.picture import Picture
from sayso.serve.page import MOST, Asked, Page, Route
from sayso.serve.pages import article, boards, changes, disputes, events, names, reports
from sayso.serve.rendering import make_environment
from sayso.serve.security import LOCAL_HOSTS, SecurityHeaders

#: address → page; the same with `.json` at its end
PAGES: tuple[tuple[str, Route], ...] = (
    ("/", reports.reports),
    ("/reports", reports.reports),
    ("/reports/{report}", article.article),
    ("/reports/{report}/{record}", article.why),
    ("/changes", changes.changes),
    ("/statements", boards.statements),
    ("/events", events.events),
    ("/events/{event}", events.event),
    ("/disputes", disputes.disputes),
    ("/outlooks", boards.outlooks),
    ("/names", names.names),
    ("/search", reports.search),
)

TITLES = {
    400: "That cannot be asked",
    404: "There is no such page",
    405: "This app only answers questions",
    500: "Something went wrong here",
    503: "The picture cannot be read",
}


def create_app(picture_path: Path, *, hosts: Sequence[str] = LOCAL_HOSTS) -> Starlette:
    """The app on the picture at `picture_path`; `PictureError` where there is none. It answers to `hosts` alone."""
    with Picture(picture_path, create=False) as stored:
        stored.refresh()
    picture = Picture(picture_path, create=False, asks_only=True)
    environment = make_environment()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        picture.close()

    answer = _Answers(environment)
    addresses: list[Address | Mount] = [
        Mount("/static", StaticFiles(directory=Path(__file__).with_name("static"))),
    ]
    for path, route in PAGES:
        addresses.append(Address(_json_path(path), _as_json(picture, route), methods=["GET"]))
        addresses.append(Address(path, answer.as_html(picture, route), methods=["GET"]))
    return Starlette(
        routes=addresses,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        exception_handlers={
            HTTPException: answer.http_error,
            UsageError: answer.usage_error,
            UnknownIdError: answer.unknown_id,
            PictureError: answer.picture_error,
            Exception: answer.unforeseen,
        },
        lifespan=lifespan,
    )


#: how the command line calls a filter
_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)")


def _problem(error: Exception) -> str:
    """What is wrong, without what would be typed on a command line to mend it."""
    problem = error.problem if isinstance(error, SaysoError) else str(error)
    return _OPTION.sub(lambda option: option[1].replace("-", "_"), problem)


def _json_path(path: str) -> str:
    return "/reports.json" if path == "/" else f"{path}.json"


def _asked(request: Request) -> Asked:
    return Asked(request.path_params, request.query_params)


def _as_json(picture: Picture, route: Route) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return Response(msgspec.json.encode(route(picture, _asked(request)).data), media_type="application/json")

    return endpoint


class _Answers:
    """Pages and errors as HTML, or as JSON where the address asks for that."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def as_html(self, picture: Picture, route: Route) -> Callable[[Request], Response]:
        def endpoint(request: Request) -> Response:
            asked = _asked(request)
            page = route(picture, asked)
            return HTMLResponse(self._render(page, request, asked))

        return endpoint

    def _render(self, page: Page, request: Request, asked: Asked) -> str:
        params = dict(request.query_params)
        grown = params | {"limit": str(min(asked.limit() * 3, MOST))}
        query = f"?{request.url.query}" if request.url.query else ""
        values = {
            "here": request.url.path,
            "filters": asked.filters(),
            "q": asked.param("q"),
            "more_href": f"{request.url.path}?{urlencode(grown)}",
            "json_href": _json_path(request.url.path) + query,
        }
        return self.environment.get_template(page.template).render(values | dict(page.values))

    def http_error(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return self._error(request, error.status_code, f"{request.method} {request.url.path}", error.headers)

    def usage_error(self, request: Request, error: Exception) -> Response:
        return self._error(request, 400, _problem(error))

    def unknown_id(self, request: Request, error: Exception) -> Response:
        return self._error(request, 404, _problem(error))

    def picture_error(self, request: Request, error: Exception) -> Response:
        return self._error(request, 503, _problem(error))

    def unforeseen(self, request: Request, error: Exception) -> Response:
        """The server logs `error` itself; the page keeps its words to itself."""
        del error
        return self._error(request, 500, "The log of the program that serves this page says more.")

    def _error(self, request: Request, status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
        """The one shape of errors: status, title and message, as a page or as JSON."""
        title = TITLES.get(status, "That did not work")
        if request.url.path.endswith(".json"):
            body = msgspec.json.encode({"error": {"status": status, "title": title, "message": message}})
            return Response(body, status, headers, "application/json")
        frame: dict[str, Any] = {"here": None, "filters": {}, "q": None, "json_href": None}
        page = self.environment.get_template("error.html").render(frame, status=status, title=title, message=message)
        return HTMLResponse(page, status, headers)
