# misconception: You count one addition less for each output. By our convention every product is
#   added.
def linear_flops(batch, in_features, out_features):
    per_output = in_features + (in_features - 1)
    return batch * out_features * per_output
