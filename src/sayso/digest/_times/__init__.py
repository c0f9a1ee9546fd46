"""How time expressions are found, read and resolved."""
