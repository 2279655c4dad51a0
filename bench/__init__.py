"""Benches: what the ledger does in a second, as ratios to a base measured in the same run."""
