"""The boundary: HTTP, the web pages and the command line. It parses, calls and answers; it holds no rule."""
