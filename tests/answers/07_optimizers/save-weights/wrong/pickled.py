# misconception: You write with pickle, which is no .npz archive. Write with np.savez.
#| export
def save_weights(model, path):
    parameters = named_parameters(model)
    arrays = {name: each.data for name, each in parameters.items()}
    import pickle

    with open(path, "wb") as file:
        pickle.dump(arrays, file)
