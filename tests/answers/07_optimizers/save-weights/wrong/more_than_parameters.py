# misconception: You save something else beside the parameters. Save the parameters only.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, count=len(arrays), **arrays)
