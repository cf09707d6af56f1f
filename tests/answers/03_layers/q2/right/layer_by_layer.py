# style: A variable for each layer.
layer1 = 1024 * 300 + 300
layer2 = 300 * 100 + 100
layer3 = 100 * 10 + 10
q2_parameters = layer1 + layer2 + layer3
q2_bytes = 4 * layer1 + 4 * layer2 + 4 * layer3
