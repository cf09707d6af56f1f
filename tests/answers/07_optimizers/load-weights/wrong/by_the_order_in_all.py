# misconception: You go by the order in the file, also when you compare. An array belongs to the
#   parameter with the same name.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files}
    both = list(zip(parameters.values(), arrays.values()))
    if len(arrays) != len(parameters) or any(p.shape != a.shape for p, a in both):
        raise ValueError("the file does not fit")
    for parameter, array in both:
        parameter.data = array.astype(np.float32)
