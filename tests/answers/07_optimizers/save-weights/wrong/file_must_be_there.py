# misconception: You open only a file that is there already. Open it with "wb", which makes a new
#   one, too.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "r+b") as file:
        np.savez(file, **arrays)
