"""The verb `serve`: the web app, at an address that is free."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Annotated

import typer

from sayso._cli_options import HERE, PicturePath
from sayso.errors import UsageError


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; 127.0.0.1 is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port.")] = 8642,
    picture: PicturePath = HERE,
) -> None:
    """Open the picture in a browser.

    Example: sayso serve --picture sumy.db --port 8642
    """
    import uvicorn

    from sayso.serve.app import create_app
    from sayso.serve.security import LOCAL_HOSTS

    web = create_app(picture, hosts=(*LOCAL_HOSTS, host))
    # Ctrl+C is how it ends: uvicorn closes all, then passes it on
    with _listening(host, port) as door, suppress(KeyboardInterrupt):
        typer.echo(f"{picture} is at {_address(host, door)} (Ctrl+C ends it)", err=True)
        uvicorn.Server(uvicorn.Config(web, log_level="warning")).run(sockets=[door])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; `UsageError` where there can be none."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server((address[0], port), family=family)
    except OSError as error:
        # what it says of itself names the address once more
        said = error.strerror if isinstance(error, socket.gaierror) or not error.errno else os.strerror(error.errno)
        reason = (said or str(error)).lower()
        raise UsageError(f"cannot listen at {host}, port {port}: {reason}; try another --port or --host") from error


def _address(host: str, door: socket.socket) -> str:
    """With the port that the system chose, where that was left to it."""
    return f"http://{f'[{host}]' if ':' in host else host}:{door.getsockname()[1]}"
