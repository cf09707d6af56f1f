# style: pairs first, all checked, then assigned
#| export
def load_weights(model, path):
    wanted = named_parameters(model)
    with np.load(path) as archive:
        if sorted(archive.files) != sorted(wanted):
            raise ValueError(f"{path} holds {archive.files}, the model {list(wanted)}")
        pairs = [(name, tensor, archive[name]) for name, tensor in wanted.items()]
    wrong = [name for name, tensor, array in pairs if tensor.data.shape != array.shape]
    if wrong:
        raise ValueError(f"other shapes: {wrong}")
    for _, tensor, array in pairs:
        tensor.data = np.asarray(array, dtype=np.float32)
