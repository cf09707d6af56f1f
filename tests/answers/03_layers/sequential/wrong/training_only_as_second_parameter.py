# misconception: training does not reach a layer that has another parameter before it. Look for
#   the name among all parameters of its forward.
# read: Which layers take training?
# rank: 40
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if list(inspect.signature(layer.forward).parameters)[1:2] == ["training"]:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
