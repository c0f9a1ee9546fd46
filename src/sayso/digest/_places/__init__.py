"""How toponyms are found and put on the map."""
