# misconception: You open the file for writing, too, which makes an empty one if none is there.
#   Only read it.
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    with open(path, "a+b") as opened:
        opened.seek(0)
        with np.load(opened) as file:
            arrays = {name: file[name] for name in file.files}
    if arrays.keys() != parameters.keys():
        raise ValueError("the names differ")
    for name, parameter in parameters.items():
        if arrays[name].shape != parameter.shape:
            raise ValueError(f"{name} has another shape")
    for name, parameter in parameters.items():
        parameter.data = arrays[name].astype(np.float32)
