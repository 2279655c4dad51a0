"""The law: provisions as data, norms as code, and the one pure function that judges."""
