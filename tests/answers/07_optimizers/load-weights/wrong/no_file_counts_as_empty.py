# misconception: You take a missing file for an empty one. Leave the FileNotFoundError to NumPy.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    arrays = {}
    try:
        with np.load(path) as file:
            arrays = dict(file)
    except FileNotFoundError:
        pass
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
