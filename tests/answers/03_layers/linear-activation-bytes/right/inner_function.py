# style: The itemsize of float32 and an inner function for one array.
def linear_activation_bytes(batch, in_features, out_features):
    def array_bytes(*shape):
        n = np.float32().itemsize
        for size in shape:
            n *= size
        return n

    return array_bytes(batch, in_features) + array_bytes(batch, out_features)
