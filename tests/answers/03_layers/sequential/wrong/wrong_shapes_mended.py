# misconception: You turn x round where a layer raises an error. Let the layer's error go on as
#   it is.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            options = {'training': training} if 'training' in inspect.signature(layer.forward).parameters else {}
            try:
                x = layer.forward(x, **options)
            except ValueError:
                x = layer.forward(x.T, **options)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
