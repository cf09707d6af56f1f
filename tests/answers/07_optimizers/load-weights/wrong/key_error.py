# misconception: A missing name raises a KeyError, and a name too many nothing. Compare the names
#   and raise a ValueError.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
