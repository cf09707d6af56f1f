# misconception: You write the names with an underscore. Use the names of named_parameters as they
#   are.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name.replace(".", "_"): each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
