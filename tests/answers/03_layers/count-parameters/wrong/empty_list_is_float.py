# misconception: NumPy's sum of an empty list is the float 0.0, not the int 0.
def count_parameters(layers):
    return np.sum([p.size for layer in layers for p in layer.parameters()])
