# style: into the arrays that are there
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    arrays = dict(np.load(path))
    shapes = {name: array.shape for name, array in arrays.items()}
    if shapes != {name: parameter.shape for name, parameter in parameters.items()}:
        raise ValueError("names or shapes differ")
    for name, parameter in parameters.items():
        parameter.data[...] = arrays[name]
