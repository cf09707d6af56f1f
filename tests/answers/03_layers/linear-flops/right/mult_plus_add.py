# style: Multiplications and additions are named and added.
def linear_flops(batch, in_features, out_features):
    multiplications = batch * in_features * out_features
    additions = multiplications
    return multiplications + additions
