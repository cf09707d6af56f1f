# misconception: The batch is counted with the input and again with the output.
def linear_macs(batch, in_features, out_features):
    rows = batch * in_features
    columns = batch * out_features
    return rows * columns
