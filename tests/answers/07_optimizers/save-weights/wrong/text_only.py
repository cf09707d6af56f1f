# misconception: You use a text method on path, which a pathlib.Path does not have. open(path)
#   takes both.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    if path.endswith("/"):
        raise ValueError("a folder")
    with open(path, "wb") as file:
        np.savez(file, **arrays)
