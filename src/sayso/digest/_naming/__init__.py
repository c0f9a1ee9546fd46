"""Names, mentions and what they refer to: one entity per thing."""
