# misconception: All your containers share one list of layers. Make a new list in __init__.
import inspect


class Sequential(Layer):
    layers = []

    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        for layer in layers:
            self.layers.append(layer)

    def forward(self, x, training=True):
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
