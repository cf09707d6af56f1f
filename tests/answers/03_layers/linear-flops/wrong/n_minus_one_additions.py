# misconception: A dot product of n terms is counted with n multiplications and n - 1 additions.
def linear_flops(batch, in_features, out_features):
    per_output = in_features + (in_features - 1)
    return batch * out_features * per_output
