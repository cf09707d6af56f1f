# misconception: You sort the names of the file only, so arrays get to other parameters. Look each
#   array up by its name.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for parameter, name in zip(parameters.values(), sorted(arrays)):
        parameter.data = arrays[name].astype(np.float32)
