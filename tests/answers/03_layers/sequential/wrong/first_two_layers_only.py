# misconception: You run the first two layers only. Loop over all of them.
# read: 4. Sequential
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
        for i in (0, 1):
            if i < len(self.layers):
                layer = self.layers[i]
                if "training" in inspect.signature(layer.forward).parameters:
                    x = layer.forward(x, training=training)
                else:
                    x = layer.forward(x)
        return x

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
