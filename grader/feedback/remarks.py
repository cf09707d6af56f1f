"""The lines of a feedback page about exceptions, late work and regrading."""
