# misconception: You go by the order in the file. An array belongs to the parameter with the same
#   name.
# rank: 20
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
    for parameter, array in zip(parameters.values(), arrays.values()):
        parameter.data = array.astype(np.float32)
