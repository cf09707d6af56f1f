# misconception: You write a file for each parameter. Write all of them into one archive at path.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    for name, array in arrays.items():
        np.save(f"{path}.{name}.npy", array)
