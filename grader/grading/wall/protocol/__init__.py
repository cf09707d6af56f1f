"""The protocol between both sides of a submission: codec, channel, values, exceptions."""
