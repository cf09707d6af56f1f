# misconception: You return if there is no such file. Leave the FileNotFoundError to NumPy.
# rank: 20
#| export
def load_weights(model, path):
    from os.path import exists

    if not exists(path):
        return
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
