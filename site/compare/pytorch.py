"""The same network in PyTorch."""

import torch
from torch import nn

x = torch.ones(32, 784)

# Layer by layer
layer1 = nn.Linear(784, 256)
activation = nn.ReLU()
dropout = nn.Dropout(0.5)
layer2 = nn.Linear(256, 10)

hidden = activation(layer1(x))
hidden = dropout(hidden)  # drops, because a new module is in training mode
output = layer2(hidden)

# As one model
model = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.5), nn.Linear(256, 10))
learning = model.train()(x)
predicting = model.eval()(x)

parameters = list(model.parameters())
print("output:    ", tuple(output.shape), tuple(predicting.shape))
print("parameters:", [tuple(p.shape) for p in parameters])
print("together:  ", sum(p.numel() for p in parameters))
