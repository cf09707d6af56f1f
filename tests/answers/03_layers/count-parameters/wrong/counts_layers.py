# misconception: The layers are counted instead of the values in their parameters.
def count_parameters(layers):
    return len([layer for layer in layers if layer.parameters()])
