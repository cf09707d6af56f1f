# misconception: You count 8 bytes for a value, as in float64. Ours are float32: 4 bytes.
def linear_param_bytes(in_features, out_features, bias=True):
    weight = np.zeros((in_features, out_features))
    total = weight.nbytes
    if bias:
        total += np.zeros(out_features).nbytes
    return total
