"""How numbers are found with their bounds, their units and what they count."""
