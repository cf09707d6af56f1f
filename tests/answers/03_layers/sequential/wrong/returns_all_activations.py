# misconception: You return a list of outputs. Return the last layer's output only.
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
        outputs = []
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
            outputs.append(x)
        return outputs

    def parameters(self):
        params = []
        for layer in self.layers:
            params.extend(layer.parameters())
        return params
