# misconception: You run the first layer twice. Run each layer once.
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
        if self.layers:
            x = self.layers[0].forward(x)
        for layer in self.layers:
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
