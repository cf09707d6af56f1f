# misconception: You save arrays of zeros of the right shapes. Save parameter.data.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: np.zeros_like(each.data) for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
