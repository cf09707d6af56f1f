# misconception: You keep the output for an x that was seen before. Run the layers in every
#   call.
# rank: 30
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)
        self.seen = {}

    def forward(self, x, training=True):
        start = x
        if id(start) in self.seen:
            return self.seen[id(start)][1]
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        self.seen[id(start)] = (start, x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
