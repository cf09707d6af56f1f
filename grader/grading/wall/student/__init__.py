"""What runs in the same process as a student's code. It never imports the side of the tests."""
