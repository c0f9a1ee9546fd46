"""Who is said to have done it: the ways of saying so, and which deed is meant."""
