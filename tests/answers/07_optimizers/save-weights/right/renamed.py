# style: written by NumPy under its own name, then renamed
#| export
def save_weights(model, path):
    import os

    beside = f"{os.fspath(path)}.new.npz"
    np.savez(beside, **{name: each.data for name, each in named_parameters(model).items()})
    os.replace(beside, path)
