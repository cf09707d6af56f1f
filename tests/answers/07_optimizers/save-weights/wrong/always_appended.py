# misconception: You always append .npz. Write exactly to path, whatever its ending.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(f"{path}.npz", "wb") as file:
        np.savez(file, **arrays)
