# misconception: An assert raises an AssertionError. Raise a ValueError for names and shapes that
#   differ.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    assert arrays.keys() == parameters.keys()
    for name, parameter in parameters.items():
        assert arrays[name].shape == parameter.shape
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
