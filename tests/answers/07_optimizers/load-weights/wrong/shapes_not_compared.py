# misconception: You do not compare the shapes, so an array that does not fit gets into the model.
#   Raise a ValueError.
# rank: 10
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        if set(file.files) != set(parameters):
            raise ValueError("the names differ")
        for name, parameter in parameters.items():
            parameter.data = file[name].astype(np.float32)
