"""The two remaining texts: the mandates of a department, and a programme on borders and migration."""
