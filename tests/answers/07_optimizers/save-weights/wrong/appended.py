# misconception: You append to a file that is there. Open it with "wb", which replaces it.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "ab") as file:
        np.savez(file, **arrays)
