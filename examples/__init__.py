"""Real input to load: a readmission year built on published totals, and small cases for every branch of the law."""
