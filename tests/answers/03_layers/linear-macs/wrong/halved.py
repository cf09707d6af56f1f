# misconception: You divide by 2. The product of the three sizes is the number of MACs already.
def linear_macs(batch, in_features, out_features):
    flops = batch * in_features * out_features
    return flops // 2
