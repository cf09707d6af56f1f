# misconception: You let NumPy broadcast an array of another shape. Compare the shapes and raise a
#   ValueError.
# rank: 20
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        parameter.data[...] = arrays[name]
