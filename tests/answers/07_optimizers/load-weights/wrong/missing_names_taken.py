# misconception: You take a file in which names are missing, and these parameters stay as they are.
#   Raise a ValueError.
# rank: 20
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if not arrays.keys() <= parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if name in arrays and arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name in arrays:
        parameters[name].data = arrays[name].astype(np.float32)
