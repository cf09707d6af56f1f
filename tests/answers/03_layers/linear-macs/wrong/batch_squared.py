# misconception: You multiply by the batch twice. Each sample counts once.
def linear_macs(batch, in_features, out_features):
    rows = batch * in_features
    columns = batch * out_features
    return rows * columns
