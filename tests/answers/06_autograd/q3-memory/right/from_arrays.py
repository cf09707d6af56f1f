# style: the sizes of arrays
def size(*shape):
    return np.zeros(shape, dtype=np.float32).nbytes


q3_gradients = size(784, 256) + size(256) + size(256, 128) + size(128) + size(128, 10) + size(10)
q3_products = size(32, 256) + size(32, 128) + size(32, 10)
