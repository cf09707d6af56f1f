"""What runs in the same process as student code. It never imports `wall.tests`."""
