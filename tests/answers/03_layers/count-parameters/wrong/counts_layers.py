# misconception: You count the layers. Count the values in their parameters.
def count_parameters(layers):
    return len([layer for layer in layers if layer.parameters()])
