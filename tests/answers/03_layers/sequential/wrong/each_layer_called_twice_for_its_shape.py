# misconception: You run each layer twice in a call. Run it once and keep its output.
# rank: 50
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        self.shapes = []
        for layer in self.layers:
            options = {}
            if "training" in inspect.signature(layer.forward).parameters:
                options["training"] = training
            self.shapes.append(layer.forward(x, **options).shape)
            x = layer.forward(x, **options)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
