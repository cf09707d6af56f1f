# misconception: You add up the outputs of the layers. Give each output to the next layer.
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
        total = 0
        for layer in self.layers:
            if "training" in inspect.signature(layer.forward).parameters:
                total = layer.forward(x, training=training) + total
            else:
                total = layer.forward(x) + total
        return total

    def parameters(self):
        all_params = []
        for layer in self.layers:
            all_params += layer.parameters()
        return all_params
