# misconception: parameters() lists whatever the layer stores, settings such as a rate included, instead of [].
class Layer:
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return list(self.__dict__.values())
