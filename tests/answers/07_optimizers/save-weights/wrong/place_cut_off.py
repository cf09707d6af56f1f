# misconception: You cut the place off the names, so layers overwrite each other. Use the names of
#   named_parameters as they are.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name.split(".")[1]: each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
