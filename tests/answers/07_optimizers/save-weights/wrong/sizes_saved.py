# misconception: You save the shapes. Save the numbers, parameter.data.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: np.array(each.shape) for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
