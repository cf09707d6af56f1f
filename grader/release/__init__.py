"""From the source to what students get: checks, release, exported package, student edition, browser site."""
