# style: np.tanh, with __call__ that passes everything on.
class Tanh:
    def forward(self, x):
        result = np.tanh(x.numpy())
        return Tensor(result)

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def parameters(self):
        return []
