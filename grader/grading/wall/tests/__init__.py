"""The trusted side: run the tests of submissions. It never runs student code."""
