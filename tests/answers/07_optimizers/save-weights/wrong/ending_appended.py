# misconception: You append .npz to a path that does not end so. Write exactly to path, whatever
#   its ending.
# read: Writing
# rank: 30
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    path = str(path) if str(path).endswith(".npz") else f"{path}.npz"
    with open(path, "wb") as file:
        np.savez(file, **arrays)
