# misconception: You return a float. A count is a whole number: use *, without a division.
def linear_macs(batch, in_features, out_features):
    macs = 1.0
    for n in (batch, in_features, out_features):
        macs *= n
    return macs
