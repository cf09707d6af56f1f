# misconception: You name the arrays after the classes. Use the names of named_parameters.
#| export
def save_weights(model, path):
    arrays = {}
    for place, layer in enumerate(model.layers):
        for number, each in enumerate(layer.parameters()):
            arrays[f"{type(layer).__name__}{place}.{number}"] = each.data
    with open(path, "wb") as file:
        np.savez(file, **arrays)
