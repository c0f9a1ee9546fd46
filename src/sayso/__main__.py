"""`python -m sayso`."""

from sayso.cli import app

app(prog_name="sayso")
