# misconception: A second call goes on from the last output. Start from the x of this call and
#   keep nothing.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)
        self.x = None

    def forward(self, x, training=True):
        if self.x is None or self.x.shape != x.shape:
            self.x = x
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                self.x = layer.forward(self.x, training=training)
            else:
                self.x = layer.forward(self.x)
        return self.x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
