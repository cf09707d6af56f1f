# misconception: You save the weights and leave out the biases. Save every parameter.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items() if "weight" in name}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
