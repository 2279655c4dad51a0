"""The facts, the law and the verdicts. Nothing here reads a clock, the environment or a database."""
