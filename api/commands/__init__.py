"""The commands of ``matiane``, one module each. They parse, call and print; what is heavy is imported inside them."""
