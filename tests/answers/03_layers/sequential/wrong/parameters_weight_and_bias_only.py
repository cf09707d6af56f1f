# misconception: You look for attributes named weight and bias. Ask every layer for
#   layer.parameters().
# rank: 70
import inspect


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        if len(layers) == 1 and isinstance(layers[0], (list, tuple)):
            layers = layers[0]
        self.layers = list(layers)

    def forward(self, x, training=True):
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                x = layer.forward(x, training=training)
            else:
                x = layer.forward(x)
        return x

    def parameters(self):
        params = []
        for layer in self.layers:
            for name in ("weight", "bias"):
                tensor = getattr(layer, name, None)
                if tensor is not None:
                    params.append(tensor)
        return params
