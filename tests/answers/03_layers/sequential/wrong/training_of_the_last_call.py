# misconception: If training is not given, you use that of the call before. Its default is True
#   in every call.
# read: Which layers take training?
# rank: 50
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)
        self.training = True

    def forward(self, x, training=None):
        if training is not None:
            self.training = training
        training = self.training
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
