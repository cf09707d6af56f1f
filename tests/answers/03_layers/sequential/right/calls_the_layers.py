# style: The layers are called, not their forward, and the call has its own __call__.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        if layers and isinstance(layers[0], (list, tuple)):
            self.layers = list(layers[0]) + list(layers[1:])
        else:
            self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            accepted = inspect.signature(layer.forward).parameters
            open_ended = [p for p in accepted.values() if p.kind == inspect.Parameter.VAR_KEYWORD]
            if "training" in accepted or open_ended:
                x = layer(x, training=training)
            else:
                x = layer(x)
        return x

    def __call__(self, x, training=True):
        return self.forward(x, training=training)

    def parameters(self):
        return [tensor for layer in self.layers for tensor in layer.parameters()]

    def __repr__(self):
        return "Sequential(" + ", ".join(type(layer).__name__ for layer in self.layers) + ")"
