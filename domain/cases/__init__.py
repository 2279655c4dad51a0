"""Per kind of case: which id it has, how its status evolves, what its facts contradict or lack."""
