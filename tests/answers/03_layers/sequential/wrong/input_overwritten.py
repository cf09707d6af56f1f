# misconception: You write results into x. Use a new name or reassign x, and leave x.data as it
#   is.
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
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x.data = layer.forward(x, training=training).data
            else:
                x.data = layer.forward(x).data
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
