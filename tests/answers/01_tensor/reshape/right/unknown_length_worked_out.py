# style: The -1 is worked out by hand, and the errors are raised by hand.
import math


@patch_to(Tensor)
def reshape(self, *shape):
    lengths = []
    for part in shape:
        if isinstance(part, (tuple, list)):
            lengths.extend(part)
        else:
            lengths.append(part)
    unknown = lengths.count(-1)
    if unknown > 1:
        raise ValueError("only one length may be -1")
    if unknown == 1:
        known = math.prod(n for n in lengths if n != -1)
        if known == 0 or self.size % known != 0:
            raise ValueError(f"{self.size} numbers do not fit into {tuple(lengths)}")
        lengths[lengths.index(-1)] = self.size // known
    if math.prod(lengths) != self.size:
        raise ValueError(f"{self.size} numbers do not fit into {tuple(lengths)}")
    return Tensor(self.data.ravel().reshape(lengths))
