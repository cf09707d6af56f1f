# misconception: You give NumPy the Tensors and not their arrays. Save parameter.data.
# rank: 20
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
