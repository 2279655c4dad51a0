"""What makes the log tamper-evident, in pure Python: anyone may run it over the stored bytes."""
