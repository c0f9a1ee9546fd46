"""Whom a toll counts, and what caused it."""
