# misconception: You write the numbers as text. Write an archive with np.savez.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    with open(path, "w") as file:
        file.write(str(arrays))
