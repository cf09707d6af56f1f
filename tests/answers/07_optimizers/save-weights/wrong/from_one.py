# misconception: You count the layers from 1. Use the names of named_parameters, which count from
#   0.
#| export
def save_weights(model, path):
    arrays = {}
    for place, layer in enumerate(model.layers, start=1):
        for name, each in named_parameters(layer).items():
            arrays[f"{place}.{name}"] = each.data
    with open(path, "wb") as file:
        np.savez(file, **arrays)
