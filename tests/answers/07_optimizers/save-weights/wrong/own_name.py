# misconception: You write to a name of your own. Write to path.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open("weights.npz", "wb") as file:
        np.savez(file, **arrays)
