# misconception: You replace the ending of the path by .npz. Write exactly to path, whatever its
#   ending.
# read: Writing
# rank: 31
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    path = str(path).rsplit(".", 1)[0] + ".npz"
    with open(path, "wb") as file:
        np.savez(file, **arrays)
