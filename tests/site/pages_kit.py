"""What the tests of the pages share."""

MODULES = ["01_tensor", "02_activations", "03_layers"]
