# misconception: You compute in float32, which cannot hold large counts exactly. Use Python's whole
#   numbers.
def linear_macs(batch, in_features, out_features):
    sizes = np.array([batch, in_features, out_features], dtype=np.float32)
    return int(np.prod(sizes))
