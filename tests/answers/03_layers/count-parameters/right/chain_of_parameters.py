# style: itertools.chain joins the lists of parameters, data.size counts.
from itertools import chain


def count_parameters(layers):
    everything = chain.from_iterable(layer.parameters() for layer in layers)
    return int(sum(p.data.size for p in everything))
