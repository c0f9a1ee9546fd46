"""The documentation, and the script that runs its examples."""
