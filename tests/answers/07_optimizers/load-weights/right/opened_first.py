# style: an open file, and one condition for each name
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with open(path, "rb") as opened:
        arrays = dict(np.load(opened).items())
    for name in {*arrays, *parameters}:
        if name not in arrays or name not in parameters:
            raise ValueError(f"{name} is on one side only")
        if np.shape(arrays[name]) != np.shape(parameters[name].data):
            raise ValueError(f"{name}: {np.shape(arrays[name])}")
    for name, array in arrays.items():
        np.copyto(parameters[name].data, array, casting="same_kind")
