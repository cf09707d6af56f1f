"""From scores to the pages that students read."""
