# style: a pathlib.Path, and a loop that copies
#| export
def save_weights(model, path):
    from pathlib import Path

    arrays = dict()
    named = named_parameters(model)
    for name in sorted(named):
        arrays[name] = np.array(named[name].data, copy=True)
    target = Path(path)
    target.unlink(missing_ok=True)
    with target.open("wb") as file:
        np.savez(file, **arrays)
