# style: A list of array shapes, multiplied out with math.prod.
import math


def mlp_activation_bytes(batch, sizes):
    shapes = [(batch, width) for width in sizes]
    values = sum(math.prod(shape) for shape in shapes)
    return values * np.dtype("float32").itemsize
