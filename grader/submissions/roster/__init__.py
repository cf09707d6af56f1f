"""The class list and gradebook files of learning platforms, and who is in them."""
