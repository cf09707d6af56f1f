# misconception: You keep an older file under another name. Replace it; no other file is left.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    import os

    if os.path.exists(path):
        os.replace(path, f"{path}.old")
    with open(path, "wb") as file:
        np.savez(file, **arrays)
