# misconception: You make a ValueError of a missing file. Leave the FileNotFoundError to NumPy.
# rank: 20
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    try:
        with np.load(path) as file:
            arrays = {name: file[name] for name in file.files}
    except OSError as error:
        raise ValueError(f"{path} cannot be read") from error
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
