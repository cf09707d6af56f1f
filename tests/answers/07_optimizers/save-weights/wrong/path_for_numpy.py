# misconception: You give NumPy the path, and it appends .npz to one that does not end so. Open the
#   file yourself.
# read: Writing
# rank: 10
#| export
def save_weights(model, path):
    np.savez(path, **{name: each.data for name, each in named_parameters(model).items()})
