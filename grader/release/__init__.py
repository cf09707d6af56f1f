"""From source to students: gates, release, exported package, student edition and browser site."""
