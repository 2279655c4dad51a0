"""From the log to what people ask: a cache of judgements that can be thrown away and made again.

An event's way: ``runner`` wakes, ``follow`` takes the next events, ``judging`` judges their cases, ``rows``
makes rows of the reports, ``writer`` puts them in place together with the position reached. ``rebuild`` makes
all rows anew. ``questions`` reads the rows; ``answers`` judges on the spot for any other time.
"""
