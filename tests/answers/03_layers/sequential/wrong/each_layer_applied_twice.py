# misconception: You apply each layer twice. Give its output to the next layer.
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
            for _ in range(2):
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
