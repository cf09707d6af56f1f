# misconception: You load what fits and leave the rest. If anything does not fit, raise a
#   ValueError.
# rank: 19
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    for name, parameter in parameters.items():
        if name in arrays and arrays[name].shape == parameter.shape:
            parameter.data = arrays[name].astype(np.float32)
