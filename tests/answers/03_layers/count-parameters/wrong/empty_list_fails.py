# misconception: All parameters are joined to one array, which fails when there is none.
def count_parameters(layers):
    arrays = [p.data.ravel() for layer in layers for p in layer.parameters()]
    return np.concatenate(arrays).size
