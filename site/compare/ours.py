"""A network of two layers in TinyTorch, built by hand and as a Sequential."""

import numpy as np

from tinytorch.core.activations import ReLU
from tinytorch.core.layers import Dropout, Linear, Sequential
from tinytorch.core.tensor import Tensor

x = Tensor(np.ones((32, 784)))

# Layer by layer
layer1 = Linear(784, 256)
activation = ReLU()
dropout = Dropout(0.5)
layer2 = Linear(256, 10)

hidden = activation(layer1(x))
hidden = dropout(hidden, training=True)
output = layer2(hidden)

# As one model
model = Sequential(Linear(784, 256), ReLU(), Dropout(0.5), Linear(256, 10))
learning = model(x, training=True)
predicting = model(x, training=False)

parameters = model.parameters()
print("output:    ", tuple(output.shape), tuple(predicting.shape))
print("parameters:", [tuple(p.shape) for p in parameters])
print("together:  ", sum(p.size for p in parameters))
