# misconception: You leave out the last parameter. Save every one.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    arrays.popitem()
    with open(path, "wb") as file:
        np.savez(file, **arrays)
