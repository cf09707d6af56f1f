# style: A match statement sorts out the arguments.
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        match layers:
            case ([*inside],):
                self.layers = inside
            case _:
                self.layers = [*layers]

    def forward(self, x, training=True):
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
