"""The JSON API by what it is about; each module gives a router. None of them holds a rule."""
