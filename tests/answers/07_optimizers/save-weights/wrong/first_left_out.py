# misconception: You leave out the first parameter. Save every one.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    arrays.pop(next(iter(arrays)))
    with open(path, "wb") as file:
        np.savez(file, **arrays)
