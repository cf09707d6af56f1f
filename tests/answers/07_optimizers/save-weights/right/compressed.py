# style: compressed, and through bytes in memory
#| export
def save_weights(model, path):
    from io import BytesIO
    from pathlib import Path

    written = BytesIO()
    np.savez_compressed(written, **{name: each.numpy() for name, each in named_parameters(model).items()})
    Path(path).write_bytes(written.getvalue())
