# misconception: You number only the layers that have parameters. Use the names of
#   named_parameters, which count all layers.
#| export
def save_weights(model, path):
    layers = [layer for layer in model.layers if layer.parameters()]
    arrays = {}
    for place, layer in enumerate(layers):
        for name, each in named_parameters(layer).items():
            arrays[f"{place}.{name}"] = each.data
    with open(path, "wb") as file:
        np.savez(file, **arrays)
