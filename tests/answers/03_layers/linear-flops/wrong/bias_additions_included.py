# misconception: You count the additions of the bias. They are counted apart.
def linear_flops(batch, in_features, out_features):
    matmul = 2 * batch * in_features * out_features
    bias = batch * out_features
    return matmul + bias
