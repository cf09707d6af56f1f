# misconception: You count the additions of the bias as MACs. They are counted apart.
def linear_macs(batch, in_features, out_features):
    macs = batch * in_features * out_features
    macs += batch * out_features
    return macs
