# misconception: You collect the arrays and write nothing. Give them to np.savez.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    return arrays
