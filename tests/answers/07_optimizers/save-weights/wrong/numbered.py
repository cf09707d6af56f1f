# misconception: You save the arrays without names, and NumPy calls them arr_0, arr_1 and so on. Use
#   the names of named_parameters.
#| export
def save_weights(model, path):
    with open(path, "wb") as file:
        np.savez(file, *[each.data for each in model.parameters()])
