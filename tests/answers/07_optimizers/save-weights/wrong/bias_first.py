# misconception: You save the arrays under exchanged names. Each array belongs to the name that
#   named_parameters gives it.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    pairs = zip(sorted(parameters), parameters.values())
    arrays = {name: each.data for name, each in pairs}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
