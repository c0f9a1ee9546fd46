"""The land of the map: coasts, borders and country names of Natural Earth 1:50m, simplified into `outline.json`."""
