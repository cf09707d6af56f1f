# misconception: You save the first layer only. Save every parameter of the model.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items() if name.startswith("0.")}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
