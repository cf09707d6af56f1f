# misconception: You make whole numbers of them. The parameters are float32.
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
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.int32)
