"""Grade what arrives while it arrives: `watch`."""
