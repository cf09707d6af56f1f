# misconception: You compare the names after the parameters have changed. Compare everything first.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    for name, parameter in parameters.items():
        if name not in arrays:
            raise ValueError(f"{name} is missing")
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
        parameter.data = arrays[name].astype(np.float32)
    if arrays.keys() - parameters.keys():
        raise ValueError("the file has more names")
