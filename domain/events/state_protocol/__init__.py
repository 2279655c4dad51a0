"""Events of state protocol: visits, receptions, credentials and ceremonies under Presidential Decree 386."""
