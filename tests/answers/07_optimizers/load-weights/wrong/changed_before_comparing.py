# misconception: You assign first and compare then, so an error leaves the model changed. Compare
#   everything first.
# rank: 20
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        before = parameter.shape
        parameter.data = arrays[name].astype(np.float32)
        if parameter.shape != before:
            raise ValueError(f"{name} has another shape")
