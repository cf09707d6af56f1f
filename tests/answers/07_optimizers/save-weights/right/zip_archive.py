# style: a zip archive, array by array
#| export
def save_weights(model, path):
    import zipfile

    with zipfile.ZipFile(path, mode="w") as archive:
        for name, tensor in named_parameters(model).items():
            with archive.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, tensor.data)
