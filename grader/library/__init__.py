"""The answer library: reference and wrong answers, and how comparisons use them."""
