# misconception: You leave out the last layer. Run all layers, from the first to the last.
# read: 4. Sequential
# rank: 60
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        self.layers = []
        for item in layers:
            if isinstance(item, (list, tuple)):
                self.layers.extend(item)
            else:
                self.layers.append(item)

    def forward(self, x, training=True):
        for i in range(len(self.layers) - 1):
            layer = self.layers[i]
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
