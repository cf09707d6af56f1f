# misconception: You leave a file that is there as it is. Replace it.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    from os.path import exists

    if exists(path):
        return
    with open(path, "wb") as file:
        np.savez(file, **arrays)
