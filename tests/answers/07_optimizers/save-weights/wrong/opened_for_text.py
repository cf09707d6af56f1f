# misconception: You open the file for text. An archive consists of bytes: open it with "wb".
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "w") as file:
        np.savez(file, **arrays)
