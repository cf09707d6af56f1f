# misconception: A value is taken to cost 8 bytes, as in float64.
def linear_param_bytes(in_features, out_features, bias=True):
    weight = np.zeros((in_features, out_features))
    total = weight.nbytes
    if bias:
        total += np.zeros(out_features).nbytes
    return total
