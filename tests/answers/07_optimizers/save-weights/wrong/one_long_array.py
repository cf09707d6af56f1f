# misconception: You join all numbers in one array. Save each parameter under its name.
#| export
def save_weights(model, path):
    arrays = {"weights": np.concatenate([each.data.ravel() for each in model.parameters()])}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
