"""A module's class at a glance: figures, what was misunderstood, and whom to look at."""
