# misconception: You give np.savez the dict as one array. Write two stars before it: np.savez(file,
#   **arrays).
# rank: 15
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.savez(file, arrays)
