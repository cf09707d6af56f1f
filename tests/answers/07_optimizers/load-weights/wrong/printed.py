# misconception: You end without an error if something does not fit, so nobody hears of it. Raise a
#   ValueError.
# rank: 18
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if arrays.keys() != parameters.keys():
        return print("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            return print(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
