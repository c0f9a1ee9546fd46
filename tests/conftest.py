"""What every test may use. `builders` (readings by hand) is on the path, see pyproject.toml."""
