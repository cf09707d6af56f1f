# misconception: You compare neither names nor shapes. Do both before you change anything, and
#   raise a ValueError.
# rank: 15
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
