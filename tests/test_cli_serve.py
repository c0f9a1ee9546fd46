"""An address that cannot be had is told in one line, before anything else is said."""

import socket

import pytest
from test_cli import run

from sayso import _cli_serve
from sayso.errors import UsageError
from sayso.persist.picture import Picture


def test_a_port_that_is_taken(tmp_path):
    path = tmp_path / "picture.db"
    Picture(path).close()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("serve", "--picture", path, "--port", port)
    assert result.exit_code == 2
    assert result.stderr == (
        f"sayso: cannot listen at 127.0.0.1, port {port}: address already in use; try another --port or --host\n"
    )


def test_a_host_that_is_none():
    with pytest.raises(UsageError, match=r"cannot listen at 300\.1\.1\.1, port 8642: .*--host"):
        _cli_serve._listening("300.1.1.1", 8642)


def test_the_address_names_the_port_that_was_found():
    with _cli_serve._listening("127.0.0.1", 0) as door:
        assert _cli_serve._address("127.0.0.1", door) == f"http://127.0.0.1:{door.getsockname()[1]}"


def test_ctrl_c_ends_it_as_it_should_end(tmp_path, monkeypatch):
    path = tmp_path / "picture.db"
    Picture(path).close()

    def served(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("uvicorn.Server.run", served)
    result = run("serve", "--picture", path, "--port", 0)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{path} is at http://127.0.0.1:") and result.stderr.count("\n") == 1
