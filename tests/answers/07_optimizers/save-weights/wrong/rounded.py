# misconception: You round the numbers to a few decimals. Save parameter.data as it is.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data.round(2) for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
