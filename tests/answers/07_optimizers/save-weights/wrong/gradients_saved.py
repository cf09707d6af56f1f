# misconception: You save the gradients. Save parameter.data.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.grad for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, **arrays)
