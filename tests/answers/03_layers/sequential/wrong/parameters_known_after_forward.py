# misconception: Your parameters() lists nothing before forward has run. Collect the layers'
#   tensors in parameters() itself.
# rank: 60
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)
        self.found = []

    def forward(self, x, training=True):
        self.found = [p for layer in self.layers for p in layer.parameters()]
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return list(self.found)
