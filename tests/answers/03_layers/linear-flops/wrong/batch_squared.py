# misconception: The batch is counted with the input and again with the output.
def linear_flops(batch, in_features, out_features):
    inputs = batch * in_features
    outputs = batch * out_features
    return 2 * inputs * outputs
