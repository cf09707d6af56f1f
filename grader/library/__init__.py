"""The answer library: the reference and the wrong answers, and what a comparison makes of them."""
