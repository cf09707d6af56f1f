# misconception: You look for missing names after the others have been loaded. Compare everything
#   first.
# rank: 13
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    for name, array in arrays.items():
        if name not in parameters or array.shape != parameters[name].shape:
            raise ValueError(f"{name} does not fit")
    for name, array in arrays.items():
        parameters[name].data = array.astype(np.float32)
    if parameters.keys() - arrays.keys():
        raise ValueError("names are missing")
