# misconception: Your arrays do not get into the Tensors that the model had. Assign to
#   parameter.data, and make no new Tensors.
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
    for place, layer in enumerate(model.layers):
        for name in named_parameters(layer):
            setattr(layer, name, Tensor(arrays[f"{place}.{name}"], requires_grad=True))
