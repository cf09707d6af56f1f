"""What both sides of the wall use: codec, channel, values, exceptions."""
