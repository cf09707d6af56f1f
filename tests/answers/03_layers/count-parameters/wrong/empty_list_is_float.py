# misconception: Without parameters you return the float 0.0. Start from the whole number 0.
def count_parameters(layers):
    return np.sum([p.size for layer in layers for p in layer.parameters()])
