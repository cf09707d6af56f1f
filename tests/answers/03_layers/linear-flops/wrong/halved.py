# misconception: You divide by 2. Each MAC is 2 operations, so multiply by 2.
def linear_flops(batch, in_features, out_features):
    macs = batch * in_features * out_features
    return macs // 2
