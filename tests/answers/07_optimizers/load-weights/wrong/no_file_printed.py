# misconception: You catch the FileNotFoundError and only print something. Leave it alone, so that
#   the caller hears of it.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    try:
        with np.load(path) as file:
            arrays = {name: file[name] for name in file.files}
    except FileNotFoundError:
        return print(f"there is no {path}")
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
