# misconception: You open the file for reading. Open it with "wb" to write.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "rb") as file:
        np.savez(file, **arrays)
