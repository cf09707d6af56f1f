# misconception: You save the dict as one object with np.save. np.savez(file, **arrays) saves each
#   array under its name.
# rank: 20
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.save(file, arrays, allow_pickle=True)
