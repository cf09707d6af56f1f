# misconception: You put texts together with +, which a pathlib.Path does not allow. Give path to
#   open as it is.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open("./" + path, "wb") as file:
        np.savez(file, **arrays)
