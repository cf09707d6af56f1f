# misconception: You return an earlier output again. Run the layers in every call and keep
#   nothing.
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
        if not hasattr(self, "output"):
            for layer in self.layers:
                if "training" in inspect.signature(layer.forward).parameters:
                    x = layer.forward(x, training=training)
                else:
                    x = layer.forward(x)
            self.output = x
        return self.output

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
