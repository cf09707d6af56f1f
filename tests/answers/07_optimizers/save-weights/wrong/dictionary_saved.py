# misconception: Your file is no archive of plain arrays. Write np.savez(file, **arrays), with
#   parameter.data for each name.
# rank: 20
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "wb") as file:
        np.save(file, arrays, allow_pickle=True)
