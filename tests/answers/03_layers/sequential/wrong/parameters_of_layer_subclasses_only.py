# misconception: You list no parameters of layers that do not inherit from Layer. Ask every
#   layer for layer.parameters().
# rank: 70
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers if isinstance(layer, Layer) for p in layer.parameters()]
