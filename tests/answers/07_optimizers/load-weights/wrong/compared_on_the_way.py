# misconception: You compare and assign in one loop, so an error leaves the model half changed.
#   Compare everything first.
# read: Reading, or not at all
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        if set(file.files) != set(parameters):
            raise ValueError("the names differ")
        for name, parameter in parameters.items():
            if file[name].shape != parameter.shape:
                raise ValueError(f"{name} has another shape")
            parameter.data = file[name].astype(np.float32)
