# misconception: You look for names too many after the parameters have changed. Compare everything
#   first.
# rank: 12
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if parameters.keys() - arrays.keys():
        raise ValueError("names are missing")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
    if arrays.keys() - parameters.keys():
        raise ValueError("the file has more names")
