# misconception: You write a second file beside the one at path. No other file is written.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
    with open(f"{path}.old", "wb") as file:
        np.savez(file, **arrays)
