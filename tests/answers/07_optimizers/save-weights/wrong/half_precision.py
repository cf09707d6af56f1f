# misconception: You round the numbers to save space. Save parameter.data as it is.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data.astype(np.float16) for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
