"""The readmission law: the EU-Georgia agreement and the Georgia-Romania protocol under it."""
