# style: a copy that is put back after an error
#| export
def load_weights(model, path):
    parameters = named_parameters(model)
    before = {name: each.data.copy() for name, each in parameters.items()}
    file = np.load(path)
    try:
        if len(file.files) != len(parameters):
            raise ValueError("another number of arrays")
        for name in file.files:
            if name not in parameters:
                raise ValueError(f"{name} is not in the model")
            if file[name].shape != before[name].shape:
                raise ValueError(f"{name} has another shape")
            parameters[name].data = file[name].astype("float32")
    except ValueError:
        for name, each in parameters.items():
            each.data = before[name]
        raise
    finally:
        file.close()
