# misconception: You count one addition for each output. There is one addition for each product.
def linear_flops(batch, in_features, out_features):
    multiplications = batch * in_features * out_features
    additions = batch * out_features
    return multiplications + additions
