# misconception: training does not reach a layer where it has no default. Pass it on to every
#   layer whose forward has that parameter.
# read: Which layers take training?
# rank: 35
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if any(q.name == "training" and q.default is not q.empty for q in inspect.signature(layer.forward).parameters.values()):
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
