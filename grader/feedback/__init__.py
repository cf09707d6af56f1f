"""From marks to the pages that students read."""
