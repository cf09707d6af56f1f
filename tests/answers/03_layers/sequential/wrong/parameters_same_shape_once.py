# misconception: You list only one of several tensors with the same shape. List all of them.
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
        params, shapes = [], []
        for layer in self.layers:
            for p in layer.parameters():
                if p.shape not in shapes:
                    shapes.append(p.shape)
                    params.append(p)
        return params
